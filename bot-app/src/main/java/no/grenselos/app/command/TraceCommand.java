package no.grenselos.app.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import no.grenselos.app.export.TraceLines;
import no.grenselos.trail.Trace;
import no.grenselos.trail.Traces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code grenselos trace}: what was done for one post, from the store beside the nodes. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description = "Tells every step of one post, on whichever node: one JSON object a line.",
    footer = {
      "",
      "Received, read, decided and why, who was looked at, asked and shown a card,",
      "pressed, answered, published; behind them what is still to be done. Never the",
      "post's words. The log of all nodes has the same ids: grep them for the rest.",
      "",
      "Examples:",
      "  grenselos trace T-81",
      "  grenselos trace mastodon:example.org/1234",
      "  grenselos trace https://example.org/@kari/1234 | jq .what",
      "Exit code 1: nothing is known by that name."
    })
public final class TraceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "POST", description = "number (T-81), id (NETWORK:ID) or address")
  private String post = "";

  @Override
  public Integer call() {
    try (OpenBook open = OpenBook.of(config.files())) {
      Optional<Trace> trace = open.store().read(books -> Traces.of(books, post));
      if (trace.isEmpty()) {
        spec.commandLine()
            .getErr()
            .println(
                "Nothing is known of \""
                    + post
                    + "\"; give T-81, NETWORK:ID as the log has it, or the post's address.");
        return 1;
      }
      TraceLines.of(trace.get()).forEach(spec.commandLine().getOut()::println);
      return 0;
    }
  }
}
