package no.grenselos.feed.trouble;

import java.time.Duration;

class RssTroubleTest extends TroubleContract {
  @Override
  StandIn network(World world, Mischief mischief) {
    return new RssNetwork(world, mischief);
  }

  @Override
  Duration late() {
    return RssNetwork.LATE;
  }
}
