package no.grenselos.feed.trouble;

import java.time.Duration;

class FacebookTroubleTest extends TroubleContract {
  @Override
  StandIn network(World world, Mischief mischief) {
    return new FacebookNetwork(world, mischief);
  }

  @Override
  Duration late() {
    return FacebookNetwork.LATE;
  }

  @Override
  int untold() {
    return 0;
  }
}
