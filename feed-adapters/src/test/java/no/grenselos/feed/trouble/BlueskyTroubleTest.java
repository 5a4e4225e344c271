package no.grenselos.feed.trouble;

import java.time.Duration;

class BlueskyTroubleTest extends TroubleContract {
  @Override
  StandIn network(World world, Mischief mischief) {
    return new BlueskyNetwork(world, mischief);
  }

  @Override
  Duration late() {
    return BlueskyNetwork.LATE;
  }
}
