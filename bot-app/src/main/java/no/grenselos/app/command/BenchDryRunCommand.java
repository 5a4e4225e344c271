package no.grenselos.app.command;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import no.grenselos.app.bench.DryRunBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code grenselos bench dry-run}: how long it takes to try a draft of the rules, as JSON. */
@Command(
    name = "dry-run",
    mixinStandardHelpOptions = true,
    description =
        "Measures how long a draft of the rules takes to try; figures as JSON, last line.",
    footer = {
      "",
      "Made-up posts of thirty days are kept in a store of its own first; only the trial is timed.",
      "",
      "Example:",
      "  grenselos bench dry-run --posts 100000 --routes 1000"
    })
final class BenchDryRunCommand implements Callable<Integer> {
  private static final String ENGINE = "sqlite";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--posts", paramLabel = "N", description = "stored posts (default: 100000)")
  private int posts = 100_000;

  @Option(names = "--routes", paramLabel = "N", description = "routes, 40 or more (default: 1000)")
  private int routes = 1_000;

  @Option(names = "--store", paramLabel = "ENGINE", description = "sqlite, which needs no server")
  private String store = ENGINE;

  @Override
  public Integer call() throws IOException {
    if (posts < 1 || routes < 40) throw wrong("--posts must be 1 or more, --routes 40 or more");
    if (!store.equals(ENGINE)) throw wrong("--store must be " + ENGINE);
    try (Scratch scratch = Scratch.make("grenselos-bench")) {
      DryRunBench.Figures figures = DryRunBench.run(scratch.folder(), store, posts, routes);
      spec.commandLine().getOut().println(line(figures));
      return 0;
    }
  }

  private ParameterException wrong(String text) {
    return new ParameterException(spec.commandLine(), text);
  }

  private String line(DryRunBench.Figures figures) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("seconds", tenths(figures.took()));
    line.put("cpu_seconds", tenths(figures.busy()));
    line.put("rss_mb", Memory.residentMegabytes());
    line.put("posts", figures.report().posts());
    line.put("routes", routes);
    line.put("changed", figures.report().changed());
    line.put("nudges", figures.report().after().nudges());
    return JsonLine.of(line);
  }

  private static double tenths(Duration time) {
    return Math.round(time.toMillis() / 100.0) / 10.0;
  }
}
