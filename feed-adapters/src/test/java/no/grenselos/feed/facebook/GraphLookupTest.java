package no.grenselos.feed.facebook;

import static no.grenselos.feed.facebook.GraphJson.answer;
import static no.grenselos.feed.facebook.GraphJson.batch;
import static no.grenselos.feed.facebook.GraphJson.error;
import static no.grenselos.feed.facebook.GraphJson.errorBody;
import static no.grenselos.feed.facebook.GraphJson.post;
import static no.grenselos.feed.facebook.GraphJson.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.PostLookup;
import no.grenselos.feed.PostLookup.Found;
import no.grenselos.feed.PostLookup.Seen;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.http.WireMockScript;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GraphLookupTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private final WireMockScript server = new WireMockScript();
  private final PostLookup lookup =
      GraphJson.open(
              new FacebookFeedProvider(),
              Map.of("page", "500", "api", server.address().toString()),
              GraphJson.context(Clock.fixed(NOW, ZoneOffset.UTC), "t0ken"))
          .lookup()
          .orElseThrow();

  @AfterEach
  void stop() {
    lookup.close();
    server.close();
  }

  private Found again(Canned answer, String... ids) {
    server.answers(answer);
    return lookup.again(Arrays.stream(ids).map(GraphLookupTest::id).toList());
  }

  private static MentionId id(String id) {
    return new MentionId(FacebookWebhook.FACEBOOK, id);
  }

  @Test
  void whatIsThereIsToldAndWhatIsGoneIsGone() {
    Found found =
        again(
            batch(post("500_1", 5, "Nye ord"), errorBody(100, 33), errorBody(10, 0)),
            "500_1",
            "500_2",
            "500_3");

    List<MentionEvent> events = ((Seen) found).events();
    assertThat(events.getFirst()).isInstanceOf(MentionEvent.Edited.class);
    assertThat(events.getFirst().key())
        .isEqualTo("facebook:500_1#" + new Revision("Nye ord", true).name());
    assertThat(events.subList(1, events.size()))
        .containsExactly(new MentionEvent.Deleted(id("500_2"), NOW));
    assertThat(server.requests()).containsExactly("/v27.0/");
    assertThat(decoded(server.logged().getFirst().getBodyAsString()))
        .contains("{\"method\":\"GET\",\"relative_url\":\"500?fields=id\"}")
        .contains("\"relative_url\":\"500_3?fields=")
        .contains("appsecret_proof=");
  }

  @Test
  void aTokenThatSeesNothingAnyMoreErasesNothing() {
    String blind =
        "{\"code\":400,\"body\":\"{\\\"error\\\":{\\\"code\\\":100,\\\"error_subcode\\\":33}}\"}";

    assertThat(again(answer(200, "[" + blind + "," + blind + "]"), "500_1"))
        .isInstanceOf(Fetch.Refused.class);
    assertThat(again(answer(200, "[null,null]"), "500_1")).isInstanceOf(Fetch.Failed.class);
    assertThat(again(error(400, 190, 0), "500_1")).isInstanceOf(Fetch.Refused.class);
    assertThat(again(batch(errorBody(32, 0)), "500_1")).isInstanceOf(Fetch.Wait.class);
    assertThat(again(answer(200, "{"), "500_1")).isInstanceOf(Fetch.Failed.class);
    assertThat(again(Canned.status(502), "500_1")).isInstanceOf(Fetch.Failed.class);
  }

  @Test
  void anIdThatIsNoCommentIsAskedForAsAPost() {
    server.answers(batch(errorBody(100, 0)), batch(post("88_9", 5, "Takk")));

    Seen seen = (Seen) lookup.again(List.of(id("88_9")));

    assertThat(seen.events()).hasSize(1);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void linksThatNameThePageAndThePostByNumbersAreKnown() {
    assertThat(lookup.knows(URI.create("https://www.facebook.com/500_12"))).isTrue();
    assertThat(lookup.knows(URI.create("https://m.facebook.com/500/posts/12"))).isTrue();
    assertThat(lookup.knows(URI.create("https://facebook.com/permalink.php?story_fbid=12&id=500")))
        .isTrue();
    for (String other :
        List.of(
            "https://www.facebook.com/lyngheiakraft/posts/pfbid02x",
            "https://www.facebook.com/501_12",
            "https://facebook.com.evil.example/500_12",
            "mailto:a@b.example",
            "https://www.instagram.com/p/x/")) {
      assertThat(lookup.knows(URI.create(other))).as(other).isFalse();
    }
  }

  @Test
  void aLinkToACommentFindsTheComment() {
    server.answers(batch(said("12_34", 5, "Hei", "78")));

    Found found = lookup.find(URI.create("https://www.facebook.com/500_12?comment_id=34"));

    assertThat(((Seen) found).events().getFirst())
        .isInstanceOfSatisfying(
            MentionEvent.Posted.class,
            posted -> assertThat(posted.mention().id()).isEqualTo(id("12_34")));
  }

  private static String decoded(String form) {
    return URLDecoder.decode(form, StandardCharsets.UTF_8);
  }
}
