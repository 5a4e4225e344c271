package no.grenselos.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import no.grenselos.mention.Network;
import org.junit.jupiter.api.Test;

class RegistrationTest {
  @Test
  void everyNetworkIsFoundAsFeedAndAsRecording() {
    assertThat(ServiceLoader.load(FeedProvider.class))
        .extracting(FeedProvider::network)
        .extracting(Network::name)
        .containsExactlyInAnyOrder(
            "bluesky",
            "facebook",
            "hackernews",
            "instagram",
            "mastodon",
            "reddit",
            "rss",
            "stackexchange",
            "webhook",
            "x",
            "youtube");
    assertThat(ServiceLoader.load(Recording.class))
        .extracting(Recording::format)
        .containsExactlyInAnyOrder(
            "bluesky-jetstream",
            "bluesky-search",
            "facebook",
            "hackernews",
            "mastodon",
            "mastodon-stream",
            "reddit",
            "rss",
            "stackexchange",
            "webhook",
            "x",
            "x-stream",
            "x-webhook",
            "youtube");
  }

  @Test
  void noRecordingThrowsWhateverTheFileHolds() {
    for (Recording recording : ServiceLoader.load(Recording.class)) {
      for (String file :
          new String[] {
            "", "null", "{}", "[]", "[1]", "[[]]", "<a>", "\u0000", "{\"data\":[{}]}"
          }) {
        assertThat(recording.replay(file.getBytes(StandardCharsets.UTF_8)))
            .as(recording.format() + " " + file)
            .satisfiesAnyOf(
                fetch -> assertThat(fetch).isInstanceOf(Fetch.Failed.class),
                fetch -> {
                  assertThat(((Fetch.Page) fetch).events()).isEmpty();
                  assertThat(((Fetch.Page) fetch).skipped()).isNotEmpty();
                });
      }
    }
  }
}
