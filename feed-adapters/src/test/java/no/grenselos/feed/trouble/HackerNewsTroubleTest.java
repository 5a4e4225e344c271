package no.grenselos.feed.trouble;

import java.time.Duration;

class HackerNewsTroubleTest extends TroubleContract {
  @Override
  StandIn network(World world, Mischief mischief) {
    return new HackerNewsNetwork(world, mischief);
  }

  @Override
  Duration late() {
    return HackerNewsNetwork.LATE;
  }
}
