package no.grenselos.playground.network.http;

import static no.grenselos.playground.network.http.NetworkServer.KARI;
import static no.grenselos.playground.network.http.NetworkServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.grenselos.playground.network.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusTest {
  private static final String ALL = "api/v1/statuses";

  private final NetworkServer server = new NetworkServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void postIsRenderedAsMastodonDoes() {
    Status post =
        server.network.post(
            "kari",
            "Hei @ola & <b>du</b>\nSe https://www.example.com/" + "x".repeat(40) + "\n\n#Strøm");
    var json = json(server.get(ALL + "/" + post.id()));
    String root = server.playground.base() + "network";

    assertThat(json.path("content").asText())
        .startsWith(
            "<p>Hei <span class=\"h-card\" translate=\"no\"><a href=\""
                + root
                + "/@ola\" class=\"u-url mention\">@<span>ola</span></a></span> &amp;"
                + " &lt;b&gt;du&lt;/b&gt;<br>Se <a href=\"https://www.example.com/xxx")
        .contains("<span class=\"invisible\">https://www.</span><span class=\"ellipsis\">example")
        .endsWith(
            "</p><p><a href=\""
                + root
                + "/tags/strom\" class=\"mention hashtag\""
                + " rel=\"tag\">#<span>Strøm</span></a></p>");
    assertThat(json.at("/tags/0/name").asText()).isEqualTo("strom");
    assertThat(json.at("/mentions/0/acct").asText()).isEqualTo("ola");
    assertThat(json.path("language").asText()).isEqualTo("nb");
    assertThat(json.path("created_at").asText()).isEqualTo("2026-11-23T09:00:00.000Z");
    assertThat(json.path("edited_at").isNull()).isTrue();
    assertThat(json.at("/account/followers_count").asInt()).isEqualTo(120);
    assertThat(json.path("id").isTextual()).isTrue();
  }

  @Test
  void sameKeyGivesTheSamePostForAnHour() {
    String first = post("status=hei", "Idempotency-Key", "k1").path("id").asText();
    String again = post("status=hei", "Idempotency-Key", "k1").path("id").asText();
    String other = post("status=hei", "Idempotency-Key", "k2").path("id").asText();
    server.clock.forward(Duration.ofMinutes(61));
    String late = post("status=hei", "Idempotency-Key", "k1").path("id").asText();

    assertThat(again).isEqualTo(first);
    assertThat(server.network.statuses())
        .extracting(Status::id)
        .containsExactly(late, other, first);
  }

  @Test
  void sameKeyFromManyAtOnceMakesOnePost() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<String> once = () -> post("status=hei", "Idempotency-Key", "k").path("id").asText();
      var ids = threads.invokeAll(Collections.nCopies(16, once));

      for (var id : ids) {
        assertThat(id.get()).isEqualTo(ids.getFirst().get());
      }
    }
    assertThat(server.network.statuses()).hasSize(1);
  }

  @Test
  void jsonBodyWorksLikeAForm() {
    var request =
        HttpRequest.newBuilder(server.playground.network().resolve(ALL))
            .header("Authorization", "Bearer " + KARI)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"status\":\"hei\",\"language\":\"en\"}"))
            .build();

    assertThat(json(server.send(request)).path("language").asText()).isEqualTo("en");
  }

  @Test
  void tooLongAndEmptyTextsAreRefused() {
    var tooLong = server.form("POST", ALL, KARI, "status=" + "a".repeat(501));
    var empty = server.form("POST", ALL, KARI, "status=");

    assertThat(tooLong.statusCode()).isEqualTo(422);
    assertThat(json(tooLong).path("error").asText()).contains("500");
    assertThat(empty.statusCode()).isEqualTo(422);
  }

  @Test
  void answerPointsAtItsPostAndStandsInItsContext() {
    Status post = server.network.post("ola", "hei");
    String answer = post("status=@ola+svar&in_reply_to_id=" + post.id()).path("id").asText();
    Status below = server.network.reply("ola", answer, "takk");
    var context = json(server.get(ALL + "/" + answer + "/context"));

    assertThat(context.at("/ancestors/0/id").asText()).isEqualTo(post.id());
    assertThat(context.at("/descendants/0/id").asText()).isEqualTo(below.id());
    assertThat(json(server.get(ALL + "/" + post.id())).path("replies_count").asInt()).isEqualTo(1);
    assertThat(json(server.get(ALL + "/" + answer)).path("in_reply_to_account_id").asText())
        .isEqualTo(post.account().id());
    assertThat(server.form("POST", ALL, KARI, "status=x&in_reply_to_id=17").statusCode())
        .isEqualTo(404);
  }

  @Test
  void editShowsInHistoryAndTime() {
    String id = post("status=for").path("id").asText();
    server.clock.forward(Duration.ofMinutes(5));
    var edited = json(server.form("PUT", ALL + "/" + id, KARI, "status=etter"));
    var history = json(server.get(ALL + "/" + id + "/history"));

    assertThat(edited.path("edited_at").asText()).isEqualTo("2026-11-23T09:05:00.000Z");
    assertThat(history.findValuesAsText("content")).containsExactly("<p>for</p>", "<p>etter</p>");
  }

  @Test
  void deletedPostIsNotFoundAndLeftOutOfLists() {
    String id = post("status=hei").path("id").asText();
    String kept = post("status=hallo").path("id").asText();

    assertThat(json(server.form("DELETE", ALL + "/" + id, KARI, "")).path("text").asText())
        .isEqualTo("hei");
    assertThat(server.get(ALL + "/" + id).statusCode()).isEqualTo(404);
    assertThat(NetworkServer.ids(server.get(ALL + "?id%5B%5D=" + id + "&id%5B%5D=" + kept)))
        .containsExactly(kept);
  }

  @Test
  void nobodyEditsOrDeletesWhatAnotherWrote() {
    Status post = server.network.post("ola", "hei");

    assertThat(server.form("PUT", ALL + "/" + post.id(), KARI, "status=x").statusCode())
        .isEqualTo(404);
    assertThat(server.form("DELETE", ALL + "/" + post.id(), KARI, "").statusCode()).isEqualTo(404);
  }

  @Test
  void favouriteAndBoostCount() {
    Status post = server.network.post("ola", "hei");
    var liked = json(server.form("POST", ALL + "/" + post.id() + "/favourite", KARI, ""));
    var boost = json(server.form("POST", ALL + "/" + post.id() + "/reblog", KARI, ""));

    assertThat(liked.path("favourites_count").asInt()).isEqualTo(1);
    assertThat(liked.path("favourited").asBoolean()).isTrue();
    assertThat(boost.at("/reblog/id").asText()).isEqualTo(post.id());
    assertThat(boost.at("/reblog/reblogs_count").asInt()).isEqualTo(1);
  }

  @Test
  void everyAccountHasAPictureThatNoNameCanBreak() {
    server.network.join("rar", "<b> \"&", "nb", 0, false);
    var account = json(server.get("api/v1/accounts/lookup?acct=rar"));
    String avatar = account.path("avatar").asText();
    var picture = server.plain(avatar.substring(avatar.indexOf("network/")));

    assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
    assertThat(picture.body()).contains("&lt;&quot;").doesNotContain("<b>");
    assertThat(server.get("avatars/17.svg").statusCode()).isEqualTo(404);
  }

  @Test
  void directPostIsThereForItsPeopleOnly() {
    String id = post("status=hei&visibility=direct").path("id").asText();

    assertThat(server.get(ALL + "/" + id).statusCode()).isEqualTo(404);
    assertThat(server.get(ALL + "/" + id, KARI).statusCode()).isEqualTo(200);
  }

  @Test
  void linkToAPostOpensAPageWithItsAnswersEscaped() {
    Status post = server.network.post("kari", "hei <script>alert(1)</script>");
    server.network.reply("ola", post.id(), "hallo");
    var page = server.get("@kari/" + post.id());

    assertThat(page.body())
        .contains("&lt;script&gt;", "hallo", "Kari Nordmann")
        .doesNotContain("<script");
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(server.get("@kari/17").statusCode()).isEqualTo(404);
  }

  private com.fasterxml.jackson.databind.JsonNode post(String body, String... headers) {
    var answer = server.form("POST", ALL, KARI, body, headers);
    assertThat(answer.statusCode()).isEqualTo(200);
    return json(answer);
  }
}
