package no.grenselos.feed.youtube;

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

/** Beside lists of comments the folder holds searches, whose items are videos and channels. */
@Tag("corpus")
class YouTubeCorpusTest {
  @Test
  void everyCommentIsReadAndEverythingElseIsListed() {
    Map<String, Integer> comments = new TreeMap<>();
    Map<String, Integer> skipped = new TreeMap<>();
    List<Mention> mentions = new ArrayList<>();
    for (Path file : Corpus.files("youtube")) {
      Fetch fetch = new YouTubeRecording().replay(Corpus.bytes(file));

      assertThat(fetch).as(file.toString()).isInstanceOf(Fetch.Page.class);
      Fetch.Page page = (Fetch.Page) fetch;
      page.events().forEach(event -> mentions.add(((MentionEvent.Posted) event).mention()));
      String folder = file.getParent().getFileName().toString();
      comments.merge(folder, page.events().size(), Integer::sum);
      skipped.merge(folder, page.skipped().size(), Integer::sum);
    }

    assertThat(comments)
        .isEqualTo(Map.of("comment_threads", 21, "comments", 7, "python-youtube", 0, "search", 0));
    assertThat(skipped)
        .isEqualTo(Map.of("comment_threads", 0, "comments", 0, "python-youtube", 1, "search", 102));
    assertThat(mentions)
        .allSatisfy(mention -> {
          assertThat(mention.text()).isNotBlank();
          assertThat(mention.author().shownName()).isNotBlank();
          assertThat(mention.link().getHost()).isEqualTo("www.youtube.com");
        });
  }
}
