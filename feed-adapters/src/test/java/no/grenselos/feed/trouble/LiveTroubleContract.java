package no.grenselos.feed.trouble;

import java.util.List;
import no.grenselos.feed.Skipped;
import org.junit.jupiter.api.AfterAll;

/** The same of a network that tells what happens over a connection that stays. */
abstract class LiveTroubleContract extends TroubleContract {
  private int connections;

  @Override
  List<Skipped> unexpected(TroubleRun run) {
    Broadcast broadcast = run.network().broadcast().orElseThrow();
    connections += broadcast.connections();
    return run.arrivals().skipped().stream()
        .filter(skipped -> !broadcast.isAccountedFor(skipped))
        .toList();
  }

  @AfterAll
  void tellConnections() {
    System.out.println(
        "trouble " + getClass().getSimpleName() + ": of the requests " + connections + " stayed");
  }
}
