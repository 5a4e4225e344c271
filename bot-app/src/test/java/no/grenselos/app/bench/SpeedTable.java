package no.grenselos.app.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and prints one row of Markdown each: microseconds a call on one thread in the
 * fastest round, which others on the machine disturbed least, and in the average of all; and calls
 * a second in the fastest.
 */
public final class SpeedTable {
  private SpeedTable() {}

  /**
   * @param args a regular expression that a benchmark's name must contain; all without one
   */
  public static void main(String[] args) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(args.length == 0 ? ".*" : args[0])
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .forks(1)
            .threads(1)
            .warmupIterations(2)
            .warmupTime(TimeValue.seconds(2))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1))
            .shouldFailOnError(true)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    System.out.println("| piece | µs, fastest round | µs, average | a second |\n|---|---|---|---|");
    results.forEach(result -> System.out.println(row(result)));
  }

  private static String row(RunResult result) {
    double fastest = result.getPrimaryResult().getStatistics().getMin();
    double average = result.getPrimaryResult().getScore();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %,.0f |",
        name(result.getParams()),
        rounded(fastest),
        rounded(average),
        1e6 / fastest);
  }

  private static String rounded(double micros) {
    return String.format(Locale.ROOT, micros < 100 ? "%.1f" : "%,.0f", micros);
  }

  private static String name(BenchmarkParams params) {
    String name = params.getBenchmark().replaceFirst("^.*\\.(\\w+)Speed\\.", "$1 ");
    StringBuilder words = new StringBuilder(name);
    params.getParamsKeys().forEach(key -> words.append(' ').append(params.getParam(key)));
    return words.toString().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
