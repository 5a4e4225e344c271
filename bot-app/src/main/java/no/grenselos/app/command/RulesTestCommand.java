package no.grenselos.app.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import no.grenselos.app.config.RouteCase;
import no.grenselos.app.config.RouteCases;
import no.grenselos.app.trial.Telling;
import no.grenselos.app.trial.Trial;
import no.grenselos.app.trial.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code grenselos rules test}: the admin's own cases as a test suite. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Tries every case of routes-test.yml; exit code 1 when one comes out otherwise.",
    footer = {"", "Example:", "  grenselos rules test --config config"})
public final class RulesTestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Override
  public Integer call() {
    Clock clock = Clock.systemUTC();
    List<RouteCase> cases = RouteCases.read(config.files());
    long failed;
    try (ConfigOption.OpenRules open = config.rules(clock)) {
      Trial trial = new Trial(open.rules(), clock);
      failed = cases.stream().filter(one -> !holds(one, trial.of(one))).count();
    }
    spec.commandLine().getOut().println("cases: " + cases.size() + ", failed: " + failed);
    return failed == 0 ? 0 : 1;
  }

  private boolean holds(RouteCase one, Trial.Result result) {
    List<String> differences = Verdict.differences(one.expect(), result);
    if (differences.isEmpty()) return true;
    PrintWriter out = spec.commandLine().getOut();
    out.println(one.place() + " " + String.join("; ", differences) + ": \"" + one.post() + "\"");
    Telling.of(result).forEach(line -> out.println("    " + line));
    return false;
  }
}
