package no.grenselos.feed.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Corpus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("corpus")
class MastodonCorpusTest {
  @Test
  void everyFileGivesPostsOrAReason() {
    Map<String, Integer> posts = new TreeMap<>();
    for (Path file : Corpus.files("mastodon")) {
      Fetch fetch = new MastodonFeedProvider().replay(Corpus.bytes(file));

      assertThat(fetch).as(file.toString()).isInstanceOf(Fetch.Page.class);
      Fetch.Page page = (Fetch.Page) fetch;
      assertThat(page.events().size() + page.skipped().size()).as(file.toString()).isPositive();
      if (!page.events().isEmpty()) posts.put(file.getFileName().toString(), page.events().size());
    }

    assertThat(posts)
        .isEqualTo(
            Map.of(
                "context.json", 3,
                "notifications.json", 1,
                "public_timeline.json", 20,
                "status.json", 1,
                "status_with_poll.json", 1,
                "status_with_previewcard.json", 1,
                "statuses.json", 1,
                "tag_timeline.json", 20,
                "timelines.json", 1));
  }
}
