package no.grenselos.feed.trouble;

import java.time.Duration;

class MastodonStreamTroubleTest extends LiveTroubleContract {
  @Override
  StandIn network(World world, Mischief mischief) {
    return new MastodonStreamNetwork(world, mischief);
  }

  @Override
  Duration late() {
    return MastodonStreamNetwork.LATE;
  }
}
