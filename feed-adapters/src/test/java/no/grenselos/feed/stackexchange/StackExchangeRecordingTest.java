package no.grenselos.feed.stackexchange;

import static no.grenselos.feed.http.WireMockScript.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Mutations;
import no.grenselos.web.Body;
import org.junit.jupiter.api.Test;

class StackExchangeRecordingTest {
  private final StackExchangeFeedProvider provider = new StackExchangeFeedProvider();

  @Test
  void questionsAreReadAndTheRestIsListed() {
    Fetch.Page questions = replay("three-posts");
    Fetch.Page others = replay("answers-and-sites");
    Fetch.Page error = replay("error-throttle");

    assertThat(questions.events())
        .extracting(event -> event.id().toString())
        .containsExactly(
            "stackexchange:stackoverflow/701",
            "stackexchange:stackoverflow/702",
            "stackexchange:stackoverflow/703");
    assertThat(others.events()).isEmpty();
    assertThat(others.skipped()).hasSize(2);
    assertThat(error.skipped()).hasSize(1);
  }

  @Test
  void noFileThrowsOrTakesLong() {
    List<Body> fixtures =
        List.of(
            fixture("stackexchange/three-posts.json"),
            fixture("stackexchange/edited-and-answered.json"),
            fixture("stackexchange/error-throttle.json"));

    Mutations.of(fixtures, file -> assertThat(provider.replay(file)).isNotNull());
  }

  private Fetch.Page replay(String name) {
    return (Fetch.Page) provider.replay(fixture("stackexchange/" + name + ".json").bytes());
  }
}
