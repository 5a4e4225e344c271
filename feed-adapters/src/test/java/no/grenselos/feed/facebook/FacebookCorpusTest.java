package no.grenselos.feed.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Corpus;
import no.grenselos.mention.MentionEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("corpus")
class FacebookCorpusTest {
  @Test
  void everyWebhookGivesEventsOrAReason() {
    Map<String, Integer> counts = new TreeMap<>();
    List<Path> files = Corpus.files("facebook");
    for (Path file : files) {
      Fetch fetch = new FacebookRecording().replay(Corpus.bytes(file));

      assertThat(fetch).as(file.toString()).isInstanceOf(Fetch.Page.class);
      Fetch.Page page = (Fetch.Page) fetch;
      assertThat(page.events().size() + page.skipped().size()).as(file.toString()).isPositive();
      assertThat(page.skipped())
          .as(file.toString())
          .allSatisfy(skipped -> assertThat(skipped.reason()).doesNotContain("could not be read"));
      page.events().forEach(event -> counts.merge(kind(event), 1, Integer::sum));
      counts.merge("skipped", page.skipped().size(), Integer::sum);
    }

    assertThat(files).hasSize(100);
    assertThat(counts)
        .isEqualTo(
            Map.of(
                "Posted", 18,
                "Edited", 10,
                "Deleted", 6,
                "Liked", 8,
                "skipped", 59));
  }

  private static String kind(MentionEvent event) {
    return event.getClass().getSimpleName();
  }
}
