package no.grenselos.trial;

import java.util.List;
import no.grenselos.revise.RouteCase;

/** What came of one case. */
public sealed interface Outcome {
  RouteCase tried();

  /** All is as expected. */
  record Holds(RouteCase tried, Trial.Result result) implements Outcome {}

  /** Something is not. */
  record Differs(RouteCase tried, List<Mismatch> mismatches, Trial.Result result)
      implements Outcome {
    public Differs {
      mismatches = List.copyOf(mismatches);
    }
  }
}
