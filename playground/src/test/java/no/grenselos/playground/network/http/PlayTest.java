package no.grenselos.playground.network.http;

import static no.grenselos.playground.network.http.NetworkServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlayTest {
  private final NetworkServer server = new NetworkServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void pageSeesWhatPeopleOutsideDo() {
    String id = json(server.play("post", say("ola", "hei <b>", null))).path("id").asText();
    server.play("post", say("kari", "hallo", id));
    server.play("favourite", "{\"account\":\"kari\",\"id\":\"" + id + "\"}");
    server.play("boost", "{\"account\":\"kari\",\"id\":\"" + id + "\"}");
    server.play("edit", "{\"text\":\"hei du\",\"id\":\"" + id + "\"}");
    var network = json(server.plain("play/state")).path("network");

    assertThat(network.path("accounts").findValuesAsText("acct")).containsExactly("kari", "ola");
    var post = network.path("statuses").get(2);
    assertThat(post.path("text").asText()).isEqualTo("hei du");
    assertThat(post.path("edited_at").isTextual()).isTrue();
    assertThat(List.of(post.path("replies"), post.path("boosts"), post.path("favourites")))
        .allSatisfy(count -> assertThat(count.asInt()).isEqualTo(1));
    assertThat(network.at("/statuses/1/in_reply_to").asText()).isEqualTo(id);
    assertThat(network.at("/statuses/0/boost_of").asText()).isEqualTo(id);
    assertThat(server.plain(post.path("url").asText().substring(1)).statusCode()).isEqualTo(200);
  }

  @Test
  void postOfAnAppIsMarkedAsSuch() {
    server.get("api/v1/timelines/tag/varme", NetworkServer.KARI);
    String id = server.network.post("kari", "fra en app").id();
    server.network.post("ola", "fra et menneske");
    var network = json(server.plain("play/state")).path("network");

    assertThat(network.at("/accounts/0/app").asBoolean()).isTrue();
    assertThat(network.at("/accounts/1/app").asBoolean()).isFalse();
    assertThat(network.at("/statuses/1/id").asText()).isEqualTo(id);
    assertThat(network.at("/statuses/1/app").asBoolean()).isTrue();
    assertThat(network.at("/statuses/0/app").asBoolean()).isFalse();
  }

  @Test
  void everyChangeIsStreamed() throws Exception {
    String id = json(server.play("post", say("ola", "hei", null))).path("id").asText();
    server.play("edit", "{\"text\":\"hei du\",\"id\":\"" + id + "\"}");
    server.play("favourite", "{\"account\":\"kari\",\"id\":\"" + id + "\"}");
    server.play("delete", "{\"id\":\"" + id + "\"}");
    URI stream = server.playground.base().resolve("play/stream?after=0");
    try (HttpClient http = HttpClient.newHttpClient();
        var lines =
            http.send(
                    HttpRequest.newBuilder(stream).header("Accept", "text/event-stream").build(),
                    BodyHandlers.ofLines())
                .body()) {
      assertThat(lines.filter(line -> line.startsWith("event:")).limit(6))
          .containsExactly(
              "event: network.account",
              "event: network.account",
              "event: network.status",
              "event: network.edited",
              "event: network.counts",
              "event: network.deleted");
    }
  }

  @Test
  void whatCannotBeDoneIsAnsweredWithAReason() {
    assertThat(server.play("post", say("nobody", "hei", null)).statusCode()).isEqualTo(400);
    assertThat(server.play("post", "{}").body()).contains("account is missing");
    assertThat(server.play("delete", "{\"id\":\"17\"}").statusCode()).isEqualTo(400);
    assertThat(server.play("post", say("ola", "a".repeat(501), null)).body()).contains("500");
  }

  private static String say(String account, String text, String parent) {
    String reply = parent == null ? "null" : "\"" + parent + "\"";
    return "{\"account\":\"%s\",\"text\":\"%s\",\"in_reply_to\":%s}"
        .formatted(account, text, reply);
  }
}
