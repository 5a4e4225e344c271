package no.grenselos.feed.bluesky;

import static no.grenselos.feed.http.WireMockScript.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import no.grenselos.feed.Fetch;
import org.junit.jupiter.api.Test;

class BlueskyRecordingTest {
  private final BlueskyRecording recording = new BlueskyRecording();

  @Test
  void postsAreFoundInSearchesNotificationsAndThreads() {
    assertThat(events("three-posts")).isEqualTo(3);
    assertThat(events("notifications")).isEqualTo(3);
    String posts =
        new String(fixture("bluesky/two-newer-posts.json").bytes(), StandardCharsets.UTF_8);
    String thread = "{\"thread\":{\"post\":{},\"replies\":[" + posts + "]}}";
    assertThat(events(thread.getBytes(StandardCharsets.UTF_8))).isEqualTo(2);
  }

  private int events(String name) {
    return events(fixture("bluesky/" + name + ".json").bytes());
  }

  private int events(byte[] file) {
    Fetch.Page page = (Fetch.Page) recording.replay(file);
    assertThat(page.skipped()).isEmpty();
    return page.events().size();
  }
}
