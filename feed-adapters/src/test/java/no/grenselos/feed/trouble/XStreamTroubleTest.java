package no.grenselos.feed.trouble;

class XStreamTroubleTest extends LiveTroubleContract {
  @Override
  StandIn network(World world, Mischief mischief) {
    return new XStreamNetwork(world, mischief);
  }
}
