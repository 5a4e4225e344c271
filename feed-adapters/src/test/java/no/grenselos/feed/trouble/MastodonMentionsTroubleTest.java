package no.grenselos.feed.trouble;

import java.time.Duration;

class MastodonMentionsTroubleTest extends TroubleContract {
  @Override
  StandIn network(World world, Mischief mischief) {
    return new MastodonMentionsNetwork(world, mischief);
  }

  @Override
  Duration late() {
    return MastodonMentionsNetwork.LATE;
  }
}
