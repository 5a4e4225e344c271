package no.grenselos.app.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import no.grenselos.app.bench.ConsoleBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code grenselos bench console}: how soon pages come from a full store, as JSON. */
@Command(
    name = "console",
    mixinStandardHelpOptions = true,
    description = "Measures the console's pages with a full store; figures as JSON, last line.",
    footer = {
      "",
      "Fills a database of its own, starts the web server, comes in by the local link and calls",
      "each page 20 times. Needs no account and no network.",
      "",
      "Example:",
      "  grenselos bench console --tickets 100000"
    })
final class BenchConsoleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--tickets", paramLabel = "N", description = "how many (default: 100000)")
  private int tickets = 100_000;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (tickets < 2 || tickets > 10_000_000) {
      throw new ParameterException(spec.commandLine(), "--tickets must be 2 to 10000000");
    }
    try (Scratch scratch = Scratch.make("grenselos-bench")) {
      spec.commandLine()
          .getOut()
          .println(line(ConsoleBench.run(config.files(), scratch.folder(), tickets)));
      return 0;
    }
  }

  private static String line(Map<String, ConsoleBench.Figures> figures) {
    ObjectNode line = new ObjectMapper().createObjectNode();
    figures.forEach((page, measured) ->
        line.putObject(page)
            .put("p50_ms", Math.round(measured.p50Millis()))
            .put("p95_ms", Math.round(measured.p95Millis()))
            .put("kB", Math.round(measured.kilobytes() * 10) / 10.0));
    return line.toString();
  }
}
