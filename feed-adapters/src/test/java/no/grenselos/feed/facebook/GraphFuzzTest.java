package no.grenselos.feed.facebook;

import static no.grenselos.feed.http.WireMockScript.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.Mutations;
import no.grenselos.web.Body;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

class GraphFuzzTest {
  private static final List<Body> LISTS =
      List.of(
          fixture("facebook/three-posts.json"),
          fixture("facebook/one-bad-among-three.json"),
          fixture("instagram/three-posts.json"));

  @Test
  void whateverGraphAnswersIsReadOrListedWithinASecond() {
    FacebookRecording recording = new FacebookRecording();

    assertThat(((Fetch.Page) recording.replay(LISTS.getFirst().bytes())).events()).hasSize(4);
    assertThat(((Fetch.Page) recording.replay(LISTS.getLast().bytes())).events()).hasSize(3);
    Mutations.of(
        LISTS,
        file ->
            assertThat(recording.replay(file))
                .isInstanceOfAny(Fetch.Page.class, Fetch.Failed.class));
  }

  @Test
  void whateverACursorHoldsItIsReadAndWrittenAgain() {
    String good = "{\"floor\":2,\"looked\":7,\"seen\":{\"500_1\":[\"abc\",9],\"12_3\":[\"?\",8]}}";

    Mutations.of(
        List.of(Body.of(good)),
        text -> {
          Cursor next = SeenItems.of(new Cursor(Body.of(text).text()), 5).cursor(9);
          assertThat(SeenItems.of(next, 5).cursor(9)).isEqualTo(next);
        });
  }

  @Test
  void whateverTheUsageHeadersHoldTheyAreUnderstoodOrLeft() {
    Instant now = Clock.systemUTC().instant();
    String good =
        "{\"5\":[{\"type\":\"pages\",\"call_count\":99,\"total_time\":1,"
            + "\"estimated_time_to_regain_access\":3}]}";

    Mutations.of(
        List.of(Body.of(good)),
        text -> {
          String header = Body.of(text).text().replaceAll("[^ -~]", "");
          GraphUsage usage = new GraphUsage();
          usage.hear(Headers.of("X-Business-Use-Case-Usage", header, "X-App-Usage", header), now);
          assertThat(usage.rest(now))
              .satisfiesAnyOf(
                  rest -> assertThat(rest).isEmpty(),
                  rest -> assertThat(rest.orElseThrow()).isPositive());
          assertThat(usage.allowance())
              .satisfiesAnyOf(
                  left -> assertThat(left).isEmpty(),
                  left -> assertThat(left.orElseThrow().left()).isBetween(0L, 100L));
        });
  }

  @Test
  void whateverAnErrorHoldsIsAnErrorWithANumber() {
    Mutations.of(
        List.of(Body.of(GraphJson.errorBody(100, 33))),
        text ->
            assertThat(GraphError.of(400, Json.parse(text).orElseGet(Json::object)).shown())
                .matches("-?\\d+(/-?\\d+)?"));
  }
}
