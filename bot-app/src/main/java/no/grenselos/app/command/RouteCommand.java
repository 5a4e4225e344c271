package no.grenselos.app.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.grenselos.revise.RouteCase.Expectation;
import no.grenselos.trial.Mismatch;
import no.grenselos.trial.Telling;
import no.grenselos.trial.Trial;
import no.grenselos.trial.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code grenselos route "text"}: what would become of a post, and why. */
@Command(
    name = "route",
    mixinStandardHelpOptions = true,
    description = "Shows what would become of a post, rule by rule, and who would be asked.",
    footer = {
      "",
      "Examples:",
      "  grenselos route \"Utedelen bråker om natta\"",
      "  grenselos route \"Scandal!\" --network x --author @kari --expect lane:care"
    })
public final class RouteCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "TEXT", description = "the post's words")
  private String text = "";

  @Option(names = "--network", description = "where it is posted (default: ${DEFAULT-VALUE})")
  private String network = "mastodon";

  @Option(names = "--author", description = "who posts it, as @kari")
  private String author = "";

  @Option(
      names = "--expect",
      description =
          "expert:ID, lane:expert|care|both, topic:ID, channel:#NAME, drop or silent; exit code 1"
              + " when it comes out otherwise")
  private @Nullable String expect;

  @Override
  public Integer call() {
    Optional<Expectation> expectation = expectation();
    Clock clock = Clock.systemUTC();
    Trial.Result result;
    try (ConfigOption.OpenRules open = config.rules(clock)) {
      result = new Trial(open.rules(), clock).of(text, network(), handle());
    }
    PrintWriter out = spec.commandLine().getOut();
    Telling.of(result).forEach(out::println);
    List<Mismatch> differences =
        expectation.map(e -> Verdict.mismatches(e, result)).orElse(List.of());
    differences.forEach(difference -> out.println("NOT AS EXPECTED: " + difference));
    return differences.isEmpty() ? 0 : 1;
  }

  private Optional<Expectation> expectation() {
    try {
      return Optional.ofNullable(expect).map(Verdict::expectation);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--expect " + e.getMessage(), e);
    }
  }

  private String network() {
    if (network.matches("[a-z][a-z0-9-]{0,31}")) return network;
    throw new ParameterException(
        spec.commandLine(), "--network " + network + " must be a name such as x or mastodon");
  }

  private String handle() {
    return author.startsWith("@") ? author.substring(1) : author;
  }
}
