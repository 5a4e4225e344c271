package no.grenselos.app.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.wiring.CannotStart;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.trial.Mismatch;
import no.grenselos.trial.Outcome;
import no.grenselos.trial.Suite;
import no.grenselos.trial.Telling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code grenselos rules test}: the admin's own cases as a test suite. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Tries every case of routes-test.yml; exit code 1 when one comes out otherwise.",
    footer = {
      "",
      "Examples:",
      "  grenselos rules test --config config",
      "  grenselos rules test --revision 12      rules and cases of that revision in the store",
      "  grenselos rules test --json             one line for CI"
    })
public final class RulesTestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--revision", paramLabel = "N", description = "that one, not the files")
  private @Nullable Integer revision;

  @Option(names = "--json", description = "tells the results as one line of JSON")
  private boolean json;

  @Override
  public Integer call() {
    Clock clock = Clock.systemUTC();
    List<Outcome> outcomes;
    try (ConfigOption.OpenRules open = ConfigOption.rules(files(), clock)) {
      outcomes = Suite.run(open.rules(), clock, open.cases());
    }
    List<Outcome.Differs> failed = Suite.failed(outcomes);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonLine.of(values(outcomes.size(), failed)));
    } else {
      failed.forEach(one -> tell(one, out));
      out.println("cases: " + outcomes.size() + ", failed: " + failed.size());
    }
    return failed.isEmpty() ? 0 : 1;
  }

  private ConfigFiles files() {
    ConfigFiles files = config.files();
    Integer wanted = revision;
    if (wanted == null) return files;
    try (OpenBook book = OpenBook.of(files)) {
      Optional<Source> found = book.find(wanted);
      if (found.isEmpty()) throw new CannotStart("There is no revision " + wanted + ".");
      // words are no part of a revision
      Map<String, String> texts = new TreeMap<>(files.texts());
      texts.keySet().removeAll(files.ruleBook().keySet());
      texts.putAll(found.get().files());
      return new ConfigFiles("revision " + wanted, texts);
    }
  }

  private static void tell(Outcome.Differs one, PrintWriter out) {
    String name = one.tried().name().isEmpty() ? "" : " " + one.tried().name() + ":";
    String differs = String.join("; ", one.mismatches().stream().map(Mismatch::toString).toList());
    out.println(
        one.tried().place() + name + " " + differs + ": \"" + one.tried().post().text() + "\"");
    Telling.of(one.result()).forEach(line -> out.println("    " + line));
  }

  private static Map<String, Object> values(int cases, List<Outcome.Differs> failed) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("cases", cases);
    values.put("failed", failed.size());
    values.put("failures", failed.stream().map(RulesTestCommand::values).toList());
    return values;
  }

  private static Map<String, Object> values(Outcome.Differs one) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("place", one.tried().place());
    values.put("name", one.tried().name());
    values.put("differs", one.mismatches().stream().map(Mismatch::toString).toList());
    values.put("way", Telling.of(one.result()));
    return values;
  }
}
