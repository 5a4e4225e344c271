package no.grenselos.feed.trouble;

import java.time.Duration;

class RedditMentionsTroubleTest extends TroubleContract {
  @Override
  StandIn network(World world, Mischief mischief) {
    return new RedditMentionsNetwork(world, mischief);
  }

  @Override
  Duration late() {
    return RedditNetwork.LATE;
  }
}
