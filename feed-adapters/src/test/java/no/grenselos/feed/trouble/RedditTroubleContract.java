package no.grenselos.feed.trouble;

import java.time.Duration;
import java.util.List;
import no.grenselos.feed.Skipped;

/** The same of Reddit's lists, which end after a thousand things. */
abstract class RedditTroubleContract extends TroubleContract {
  @Override
  Duration late() {
    return RedditNetwork.LATE;
  }

  @Override
  List<Skipped> unexpected(TroubleRun run) {
    RedditNetwork network = (RedditNetwork) run.network();
    return run.arrivals().skipped().stream()
        .filter(skipped -> !network.tellsLoss(skipped))
        .toList();
  }
}
