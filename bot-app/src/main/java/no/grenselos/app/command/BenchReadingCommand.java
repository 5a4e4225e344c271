package no.grenselos.app.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.grenselos.app.bench.EncoderBench;
import no.grenselos.app.bench.ReadingBench;
import no.grenselos.app.bench.RulesBench;
import no.grenselos.app.wiring.Encoders;
import no.grenselos.app.wiring.Setup;
import no.grenselos.reading.TextEncoder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code grenselos bench reading}: rules, encoder, whole reading and learning, as JSON. */
@Command(
    name = "reading",
    mixinStandardHelpOptions = true,
    description = "Measures rules, encoder, reading and learning; figures as JSON, last line.",
    footer = {
      "",
      "Rules: posts a second of one thread, with 1,000 and 10,000 routes, beside a loop of regular",
      "expressions. Reading: a hundred topics of twenty examples, posts at half of the rate that"
          + " one",
      "thread can read. Encoder: short posts a second of one core, with batch 8 (encoder_per_s)"
          + " and",
      "as configured, which is one at a time (encoder_single_per_s). Takes about two minutes;",
      "measure on a quiet machine."
    })
final class BenchReadingCommand implements Callable<Integer> {
  // as docs/config.md advises where many posts come
  private static final int BATCH = 8;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "rounds of each measurement, of which the median counts (default: 5)")
  private int rounds = 5;

  @Option(
      names = "--round-millis",
      paramLabel = "MS",
      description = "how long each round of the rules takes (default: 1500)")
  private long roundMillis = 1_500;

  @Override
  public Integer call() {
    if (rounds < 1 || roundMillis < 1) {
      throw new ParameterException(spec.commandLine(), "--rounds and --round-millis must be > 0");
    }
    Setup setup = Setup.of(config.files(), entry -> {});
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    try (Encoding encoding = new Encoding(Encoders.of(setup))) {
      ReadingBench.Figures reading = ReadingBench.run(Encoders.meanings(encoding.encoder()));
      putRules(line, RulesBench.run(Duration.ofMillis(roundMillis), rounds));
      line.put("encoder_single_per_s", encoding.perSecond());
      putReading(line, reading);
      line.put("rss_mb", Memory.residentMegabytes()); // before a second encoder is loaded
    }
    try (Encoding encoding = new Encoding(Encoders.batched(setup, BATCH))) {
      line.put("encoder_per_s", encoding.perSecond());
    }
    spec.commandLine().getOut().println(JsonLine.of(line));
    return 0;
  }

  /** An encoder while it is measured; empty without one. */
  private record Encoding(Optional<? extends TextEncoder> encoder) implements AutoCloseable {
    /** Null without an encoder. */
    @Nullable Long perSecond() {
      return encoder.map(one -> Math.round(EncoderBench.perSecond(one))).orElse(null);
    }

    @Override
    public void close() {
      encoder.ifPresent(TextEncoder::close);
    }
  }

  private static void putRules(Map<String, @Nullable Object> line, RulesBench.Figures rules) {
    line.put("rules_100_per_s", Math.round(rules.rules100PerS()));
    line.put("rules_1k_per_s", Math.round(rules.rules1kPerS()));
    line.put("rules_10k_per_s", Math.round(rules.rules10kPerS()));
    line.put("regex_1k_per_s", Math.round(rules.regex1kPerS()));
    line.put("regex_10k_per_s", Math.round(rules.regex10kPerS()));
    line.put("rules_10k_load_ms", rules.load10k().toMillis());
    line.put("rules_10k_revise_ms", rules.revise10k().toMillis());
  }

  private static void putReading(Map<String, @Nullable Object> line, ReadingBench.Figures reading) {
    line.put("reading_p50_ms", tenths(reading.readingP50Millis()));
    line.put("reading_p99_ms", tenths(reading.readingP99Millis()));
    line.put("learn_ms", tenths(reading.learnMillis()));
    line.put("retrain_ms", Math.round(reading.retrainMillis()));
  }

  private static double tenths(double millis) {
    return Math.round(millis * 10) / 10.0;
  }
}
