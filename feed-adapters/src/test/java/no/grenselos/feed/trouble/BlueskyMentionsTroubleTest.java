package no.grenselos.feed.trouble;

import java.time.Duration;

class BlueskyMentionsTroubleTest extends TroubleContract {
  @Override
  StandIn network(World world, Mischief mischief) {
    return new BlueskyMentionsNetwork(world, mischief);
  }

  @Override
  Duration late() {
    return BlueskyNetwork.LATE;
  }
}
