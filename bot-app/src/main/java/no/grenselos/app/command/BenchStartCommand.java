package no.grenselos.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import no.grenselos.app.bench.StartBench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code grenselos bench start}: how long until the service is ready, as JSON. */
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = "Measures how long the service takes to be ready; as JSON, last line.",
    footer = {
      "",
      "From the start of its process until /health/ready says yes, with feeds of all networks",
      "(which stand on this machine), the console and an empty SQLite. The median of all rounds.",
      "",
      "Example:",
      "  grenselos bench start"
    })
final class BenchStartCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--rounds", paramLabel = "N", description = "how many starts (default: 5)")
  private int rounds = 5;

  @Option(
      names = "--archive",
      paramLabel = "FILE",
      description = "instead: start once, and write down what Java starts faster with")
  private @Nullable Path archive;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (rounds < 1) {
      throw new ParameterException(spec.commandLine(), "--rounds must be more than 0");
    }
    try (Scratch scratch = Scratch.make("grenselos-bench")) {
      if (archive != null) {
        StartBench.train(config.files(), scratch.folder(), archive.toAbsolutePath());
        return 0;
      }
      double millis = StartBench.run(config.files(), scratch.folder(), rounds);
      spec.commandLine().getOut().println("{\"ready_ms\":" + Math.round(millis) + "}");
      return 0;
    }
  }
}
