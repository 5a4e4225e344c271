package no.grenselos.feed.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Skipped;
import no.grenselos.feed.http.Corpus;
import no.grenselos.mention.MentionEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("corpus")
class BlueskyCorpusTest {
  @Test
  void recordedStreamsGiveTheirPostsAndReasonsForTheRest() {
    Map<String, Fetch> read = new TreeMap<>();
    for (Path file : Corpus.files("bluesky/jetstream")) {
      Fetch fetch = new JetstreamRecording().replay(Corpus.bytes(file));
      read.put(String.valueOf(file.getFileName()), fetch);
    }

    assertThat(read.keySet())
        .containsExactly("expected_v1.jsonl", "golden_v1.jsonl", "inspect_all_basic.golden");
    Fetch.Page expected = (Fetch.Page) read.get("expected_v1.jsonl");
    assertThat(expected.events()).hasSize(18);
    assertThat(expected.events()).filteredOn(MentionEvent.Deleted.class::isInstance).hasSize(1);
    assertThat(expected.skipped())
        .extracting(Skipped::reason)
        .containsExactlyInAnyOrder(
            "is about app.bsky.feed.like",
            "is about app.bsky.feed.repost",
            "is about app.bsky.graph.follow",
            "is about app.bsky.graph.block",
            "is about app.bsky.actor.status",
            "is about fm.teal.alpha.actor.status",
            "is about an account, not a post");
    assertThat(((Fetch.Page) read.get("golden_v1.jsonl")).events()).hasSize(1);
    assertThat(read.get("inspect_all_basic.golden")).isInstanceOf(Fetch.Failed.class);
  }
}
