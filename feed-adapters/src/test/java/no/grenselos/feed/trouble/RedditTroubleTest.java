package no.grenselos.feed.trouble;

import java.time.Duration;

class RedditTroubleTest extends TroubleContract {
  @Override
  StandIn network(World world, Mischief mischief) {
    return new RedditNetwork(world, mischief);
  }

  @Override
  Duration late() {
    return RedditNetwork.LATE;
  }
}
