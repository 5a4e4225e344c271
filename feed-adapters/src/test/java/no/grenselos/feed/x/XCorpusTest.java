package no.grenselos.feed.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Corpus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("corpus")
class XCorpusTest {
  @Test
  void everyPostIsReadOrItsReasonTold() {
    Map<String, Integer> posts = new TreeMap<>();
    Map<String, Integer> reasons = new TreeMap<>();
    for (Path file : Corpus.files("x_v2")) {
      Fetch fetch = new XFeedProvider().replay(Corpus.bytes(file));

      assertThat(fetch).as(file.toString()).isInstanceOf(Fetch.Page.class);
      Fetch.Page page = (Fetch.Page) fetch;
      posts.put(file.getFileName().toString(), page.events().size());
      reasons.put(file.getFileName().toString(), page.skipped().size());
    }

    assertThat(posts)
        .isEqualTo(
            Map.of(
                "edited.jsonl", 2,
                "filtered_stream_with_error.jsonl", 7,
                "quoted_edit.jsonl", 1,
                "search_recent_pages.jsonl", 20,
                "users_lookup.jsonl", 0,
                "withheld.jsonl", 9));
    assertThat(reasons)
        .containsEntry("filtered_stream_with_error.jsonl", 1)
        .containsEntry("search_recent_pages.jsonl", 1)
        .containsEntry("users_lookup.jsonl", 23)
        .containsEntry("withheld.jsonl", 11);
  }
}
