package no.grenselos.app.command;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import no.grenselos.app.bench.FeedsBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code grenselos bench feeds}: how fast networks are read, and in how much memory, as JSON. */
@Command(
    name = "feeds",
    mixinStandardHelpOptions = true,
    description = "Measures how fast networks are read; figures as JSON, last line.",
    footer = {
      "",
      "Networks stand on this machine, and are read over HTTP and WebSocket by the service as it",
      "runs, into SQLite. All rates are of one core. Memory is that of the service in a process",
      "of its own after all feeds were read for a while, without the encoder. Takes about a",
      "minute and a half; measure on a quiet machine.",
      "",
      "Example:",
      "  grenselos bench feeds"
    })
final class BenchFeedsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "rounds of each measurement, of which the median counts (default: 7)")
  private int rounds = 7;

  @Option(
      names = "--posts",
      paramLabel = "N",
      description = "posts of each round, in hundreds (default: 5000)")
  private int posts = 5_000;

  @Option(
      names = "--events",
      paramLabel = "N",
      description = "Jetstream's events of each round, in thousands (default: 100000)")
  private int events = 100_000;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "how long all feeds are read before memory is looked at (default: 30)")
  private int seconds = 30;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (rounds < 1 || seconds < 1) throw wrong("--rounds and --seconds must be more than 0");
    if (posts < 100 || posts % 100 != 0) throw wrong("--posts must be whole hundreds");
    if (events < 1_000 || events % 1_000 != 0) throw wrong("--events must be whole thousands");
    try (Scratch scratch = Scratch.make("grenselos-bench")) {
      FeedsBench.Plan plan =
          new FeedsBench.Plan(
              config.files(), scratch.folder(), rounds, posts, events, Duration.ofSeconds(seconds));
      FeedsBench.Figures figures = FeedsBench.run(plan, Memory::residentMegabytes);
      spec.commandLine().getOut().println(line(figures));
      return 0;
    }
  }

  private ParameterException wrong(String text) {
    return new ParameterException(spec.commandLine(), text);
  }

  private static String line(FeedsBench.Figures figures) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("x_posts_per_s", Math.round(figures.xPostsPerS()));
    line.put("jetstream_posts_per_s", Math.round(figures.jetstreamPostsPerS()));
    line.put("jetstream_events_per_s", Math.round(figures.jetstreamEventsPerS()));
    figures.rssMegabytes().ifPresent(megabytes -> line.put("rss_mb", megabytes));
    line.put("feeds", figures.feeds());
    return JsonLine.of(line);
  }
}
