package no.grenselos.feed.trouble;

class RedditMentionsTroubleTest extends RedditTroubleContract {
  @Override
  StandIn network(World world, Mischief mischief) {
    return new RedditMentionsNetwork(world, mischief);
  }
}
