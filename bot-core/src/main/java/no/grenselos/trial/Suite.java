package no.grenselos.trial;

import java.time.Clock;
import java.util.List;
import no.grenselos.revise.RouteCase;
import no.grenselos.work.Rules;

/**
 * Tries all cases of a rule book on one revision of the rules. Nothing is kept, nobody is asked. A
 * case takes some milliseconds, and more where topics are found by meaning.
 */
public final class Suite {
  private Suite() {}

  /** What came of each, in the same order. */
  public static List<Outcome> run(Rules rules, Clock clock, List<RouteCase> cases) {
    Trial trial = new Trial(rules, clock);
    return cases.stream().map(one -> outcome(one, trial)).toList();
  }

  /** Those that came out otherwise. */
  public static List<Outcome.Differs> failed(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(Outcome.Differs.class::isInstance)
        .map(Outcome.Differs.class::cast)
        .toList();
  }

  private static Outcome outcome(RouteCase one, Trial trial) {
    Trial.Result result = trial.of(one.post());
    List<Mismatch> mismatches = Verdict.mismatches(one.expect(), result);
    return mismatches.isEmpty()
        ? new Outcome.Holds(one, result)
        : new Outcome.Differs(one, mismatches, result);
  }
}
