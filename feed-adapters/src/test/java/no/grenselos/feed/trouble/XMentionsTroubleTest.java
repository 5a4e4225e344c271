package no.grenselos.feed.trouble;

class XMentionsTroubleTest extends TroubleContract {
  @Override
  StandIn network(World world, Mischief mischief) {
    return new XMentionsNetwork(world, mischief);
  }
}
