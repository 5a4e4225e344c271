package no.grenselos.feed.mastodon;

import java.time.Duration;
import no.grenselos.feed.FeedProvider;

/** For tests elsewhere whose feeds are to wait for nothing. */
public final class MastodonAtOnce {
  private MastodonAtOnce() {}

  /** Its feeds that listen hand on what is there. */
  public static FeedProvider provider() {
    return new MastodonFeedProvider(Duration.ZERO);
  }
}
