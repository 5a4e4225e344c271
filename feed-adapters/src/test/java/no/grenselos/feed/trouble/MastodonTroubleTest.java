package no.grenselos.feed.trouble;

import java.time.Duration;

class MastodonTroubleTest extends TroubleContract {
  /** As long as the feed looks back for. */
  private static final Duration LATE = Duration.ofMinutes(10);

  @Override
  StandIn network(World world, Mischief mischief) {
    return new MastodonNetwork(world, mischief);
  }

  @Override
  Duration late() {
    return LATE;
  }
}
