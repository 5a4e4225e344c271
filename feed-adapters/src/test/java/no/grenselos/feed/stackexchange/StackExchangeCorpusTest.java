package no.grenselos.feed.stackexchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Corpus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The folder holds lists of sites and users only. */
@Tag("corpus")
class StackExchangeCorpusTest {
  @Test
  void everyItemIsListedWithItsReason() {
    Map<String, Integer> skipped = new TreeMap<>();
    for (Path file : Corpus.files("stackexchange_api")) {
      String name = file.getFileName().toString();
      switch (new StackExchangeFeedProvider().replay(Corpus.bytes(file))) {
        case Fetch.Page page -> {
          assertThat(page.events()).isEmpty();
          skipped.put(name, page.skipped().size());
        }
        case Fetch.Failed failed -> skipped.put(name, 0);
        case Fetch.Wait wait -> skipped.put(name, -1);
        case Fetch.Refused refused -> skipped.put(name, -1);
      }
    }

    assertThat(skipped)
        .isEqualTo(
            Map.of(
                "test_stackoverflow_exists", 5,
                "test_users_associated", 30,
                "test_stackapi.py", 0));
  }
}
