package no.grenselos.app.web.console.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.app.web.console.Console;
import no.grenselos.app.web.console.desk.RuleDesk;
import no.grenselos.forecast.DryRun;
import no.grenselos.revise.RouteCase;
import no.grenselos.route.RuleBook;
import no.grenselos.trial.Suite;
import no.grenselos.work.Rules;

/** Tries drafts: on the posts of the last days, and on the cases of their suite. */
final class Tryouts {
  private final Console console;
  private final RuleDesk desk;
  private final Runs runs;

  Tryouts(Console console, RuleDesk desk, Runs runs) {
    this.console = console;
    this.desk = desk;
    this.runs = runs;
  }

  /** What that person tried last. */
  Optional<Trying> of(String who) {
    return runs.of(who);
  }

  void stop(String who) {
    runs.stop(who);
  }

  /** Tries it on the posts of the last days, beside the rules in force. */
  Trying forecast(String who, RuleBook draft, int days) {
    return runs.start(
        who,
        () -> {
          Rules rules = console.bench().beside().apply(draft);
          try {
            DryRun run = new DryRun(console.store(), console.rules().get(), rules);
            return new Trying.Forecast(run.days(days, desk.now()), days);
          } finally {
            rules.router().close();
          }
        });
  }

  /** Runs the draft's own cases. */
  Trying suite(String who, RuleBook draft, Map<String, String> files) {
    return runs.start(
        who,
        () -> {
          List<RouteCase> cases = desk.texts().cases(files);
          Rules rules = console.bench().beside().apply(draft);
          try {
            return new Trying.Cases(Suite.run(rules, console.clock(), cases));
          } finally {
            rules.router().close();
          }
        });
  }
}
