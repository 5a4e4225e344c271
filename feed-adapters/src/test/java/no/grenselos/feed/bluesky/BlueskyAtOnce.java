package no.grenselos.feed.bluesky;

import java.time.Duration;
import no.grenselos.feed.FeedProvider;

/** For tests elsewhere whose feeds are to wait for nothing. */
public final class BlueskyAtOnce {
  private BlueskyAtOnce() {}

  /** Its feeds that listen hand on what is there. */
  public static FeedProvider provider() {
    return new BlueskyFeedProvider(Duration.ZERO);
  }
}
