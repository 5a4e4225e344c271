package no.grenselos.feed.trouble;

class MastodonTroubleTest extends TroubleContract {
  @Override
  StandIn network(World world, Mischief mischief) {
    return new MastodonNetwork(world, mischief);
  }
}
