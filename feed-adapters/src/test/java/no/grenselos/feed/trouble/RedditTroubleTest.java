package no.grenselos.feed.trouble;

class RedditTroubleTest extends RedditTroubleContract {
  @Override
  StandIn network(World world, Mischief mischief) {
    return new RedditNetwork(world, mischief);
  }
}
