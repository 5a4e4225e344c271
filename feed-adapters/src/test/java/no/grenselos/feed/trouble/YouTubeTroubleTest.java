package no.grenselos.feed.trouble;

import java.time.Duration;

class YouTubeTroubleTest extends TroubleContract {
  @Override
  StandIn network(World world, Mischief mischief) {
    return new YouTubeNetwork(world, mischief);
  }

  @Override
  Duration late() {
    return YouTubeNetwork.LATE;
  }
}
