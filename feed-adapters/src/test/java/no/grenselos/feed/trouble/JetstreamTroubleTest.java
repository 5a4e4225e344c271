package no.grenselos.feed.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.grenselos.feed.Skipped;

class JetstreamTroubleTest extends LiveTroubleContract {
  @Override
  StandIn network(World world, Mischief mischief) {
    return new JetstreamNetwork(world, mischief);
  }

  @Override
  List<Skipped> unexpected(TroubleRun run) {
    if (((JetstreamNetwork) run.network()).hasLost()) {
      assertThat(run.arrivals().skipped())
          .as("what no server has any more is said")
          .anyMatch(skipped -> skipped.reason().endsWith("minutes later than asked for"));
    }
    return super.unexpected(run);
  }
}
