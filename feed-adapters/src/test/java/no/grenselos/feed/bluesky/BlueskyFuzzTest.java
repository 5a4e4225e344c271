package no.grenselos.feed.bluesky;

import static no.grenselos.feed.http.WireMockScript.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Recording;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.Mutations;
import no.grenselos.web.Body;
import org.junit.jupiter.api.Test;

/**
 * Recorded answers, broken in every way that comes up; {@code -Dfuzz.inputs} raises their number.
 */
class BlueskyFuzzTest {
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 1500);

  @Test
  void noAnswerOfTheApiIsTooBrokenToBeLookedAt() {
    for (String name : List.of("links-of-every-kind", "replies-and-quotes", "notifications")) {
      hold(new BlueskyRecording(), fixture("bluesky/" + name + ".json"));
    }
  }

  @Test
  void noLineOfTheStreamIsTooBrokenToBeLookedAt() {
    hold(new JetstreamRecording(), fixture("bluesky/jetstream-both-forms.jsonl"));
  }

  @Test
  void noPlaceOfALinkIsTooOddForATitle() {
    Random random = new Random(7);
    for (int i = 0; i < INPUTS; i++) {
      String record =
          "{\"text\":\"Ærlig 🫐 talt\",\"facets\":[{\"index\":{\"byteStart\":%d,\"byteEnd\":%d},\"features\":[{\"$type\":\"app.bsky.richtext.facet#link\",\"uri\":\"https://a.example/\"}]}]}"
              .formatted(random.nextInt(30) - 5, random.nextInt(30) - 5);

      assertThat(PostText.of(Json.parse(record).orElseThrow())).doesNotContain("\uFFFD");
    }
  }

  private static void hold(Recording recording, Body whole) {
    Mutations.of(
        List.of(whole),
        file ->
            assertThat(recording.replay(file))
                .isInstanceOfAny(Fetch.Page.class, Fetch.Failed.class));
  }
}
