package no.grenselos.feed.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Corpus;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("corpus")
class RedditCorpusTest {
  @Test
  void everyPostAndCommentIsRead() {
    Map<String, Integer> posts = new TreeMap<>();
    Map<String, Integer> reasons = new TreeMap<>();
    List<Mention> mentions = new ArrayList<>();
    for (Path file : Corpus.files("reddit")) {
      Fetch fetch = new RedditFeedProvider().replay(Corpus.bytes(file));

      assertThat(fetch).as(file.toString()).isInstanceOf(Fetch.Page.class);
      Fetch.Page page = (Fetch.Page) fetch;
      page.events().forEach(event -> mentions.add(((MentionEvent.Posted) event).mention()));
      posts.put(file.getFileName().toString(), page.events().size());
      reasons.put(file.getFileName().toString(), page.skipped().size());
    }

    assertThat(posts)
        .isEqualTo(
            Map.of(
                "comments_stream_1.json", 16,
                "comments_stream_2.json", 0,
                "comments_stream_3.json", 17,
                "error_403.json", 0,
                "inbox_mentions.json", 16,
                "search_listing.json", 6));
    assertThat(reasons).containsEntry("error_403.json", 1);
    assertThat(reasons.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    assertThat(mentions)
        .allSatisfy(mention -> {
          assertThat(mention.conversation()).startsWith("t3_");
          assertThat(mention.text()).isNotBlank();
          assertThat(mention.link().toString())
              .startsWith("https://www.reddit.com/")
              .contains("/" + mention.conversation().substring(3) + "/");
        });
    assertThat(mentions.stream().filter(mention -> !mention.revision().isEmpty())).hasSize(4);
  }
}
