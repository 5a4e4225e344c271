package no.grenselos.feed.trouble;

class XTroubleTest extends TroubleContract {
  @Override
  StandIn network(World world, Mischief mischief) {
    return new XNetwork(world, mischief);
  }
}
