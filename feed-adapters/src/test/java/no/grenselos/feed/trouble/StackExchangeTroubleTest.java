package no.grenselos.feed.trouble;

class StackExchangeTroubleTest extends TroubleContract {
  @Override
  StandIn network(World world, Mischief mischief) {
    return new StackExchangeNetwork(world, mischief);
  }
}
