package no.grenselos.feed.hackernews;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Corpus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("corpus")
class HackerNewsCorpusTest {
  @Test
  void everyItemIsReadOrItsReasonTold() {
    for (Path file : Corpus.files("hackernews")) {
      Fetch fetch = new HackerNewsFeedProvider().replay(Corpus.bytes(file));

      if (file.toString().endsWith(".md")) {
        assertThat(fetch).isInstanceOf(Fetch.Failed.class);
      } else {
        Fetch.Page page = (Fetch.Page) fetch;
        assertThat(page.events()).hasSize(21);
        assertThat(page.skipped()).hasSize(1);
      }
    }
  }
}
