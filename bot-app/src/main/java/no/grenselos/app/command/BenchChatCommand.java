package no.grenselos.app.command;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.app.bench.ChatBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code grenselos bench chat}: how soon presses are acknowledged with a slow store, as JSON. */
@Command(
    name = "chat",
    mixinStandardHelpOptions = true,
    description = "Measures how soon presses are acknowledged; figures as JSON, last line.",
    footer = {
      "",
      "Presses, emoji, forms and commands come over HTTP, signed as the house signs them, to the",
      "service as it runs, with SQLite in a folder of its own. Needs no account and no network.",
      "",
      "Examples:",
      "  grenselos bench chat --house slack --rate 50 --slow-store 200ms",
      "  grenselos bench chat --house teams --rate 50 --slow-store 200ms"
    })
final class BenchChatCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--house", paramLabel = "HOUSE", description = "slack (default) or teams")
  private String house = "slack";

  @Option(names = "--rate", paramLabel = "N", description = "deeds a second (default: 50)")
  private int rate = 50;

  @Option(
      names = "--slow-store",
      paramLabel = "TIME",
      converter = Millis.class,
      description = "how much longer each call to the store takes (default: 200ms)")
  private Duration slowStore = Duration.ofMillis(200);

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "how long, after a warm-up of 5 s (default: 20)")
  private int seconds = 20;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!ChatBench.HOUSES.contains(house)) {
      throw wrong("--house must be one of " + String.join(", ", ChatBench.HOUSES));
    }
    if (rate < 1 || rate > 1_000 || seconds < 1) {
      throw wrong("--rate must be 1 to 1000, --seconds more than 0");
    }
    try (Scratch scratch = Scratch.make("grenselos-bench")) {
      ChatBench.Figures figures =
          ChatBench.run(
              new ChatBench.Plan(
                  house,
                  config.files(),
                  scratch.folder(),
                  rate,
                  slowStore,
                  Duration.ofSeconds(seconds)));
      spec.commandLine().getOut().println(line(figures));
      return 0;
    }
  }

  private ParameterException wrong(String text) {
    return new ParameterException(spec.commandLine(), text);
  }

  private static String line(ChatBench.Figures figures) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("acks", figures.acks());
    line.put("ack_p50_ms", Math.round(figures.ackP50Millis()));
    line.put("ack_p99_ms", Math.round(figures.ackP99Millis()));
    line.put("ack_max_ms", Math.round(figures.ackMaxMillis()));
    line.put("late", figures.late());
    line.put("refused", figures.refused());
    line.put("backlog", figures.backlog());
    line.put("lost", figures.lost());
    line.put("doubled", figures.doubled());
    return JsonLine.of(line);
  }

  /** Reads {@code 200ms} and {@code 2s}. */
  static final class Millis implements ITypeConverter<Duration> {
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})(ms|s)");

    @Override
    public Duration convert(String text) {
      Matcher time = TIME.matcher(text);
      if (!time.matches()) throw new TypeConversionException("must be as 200ms or 2s");
      long count = Long.parseLong(time.group(1));
      return time.group(2).equals("s") ? Duration.ofSeconds(count) : Duration.ofMillis(count);
    }
  }
}
