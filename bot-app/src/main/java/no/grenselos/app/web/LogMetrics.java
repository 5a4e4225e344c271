package no.grenselos.app.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import no.grenselos.store.LogPositions.Row;

/**
 * How far the log was read, as Prometheus reads it. The same on every node: it is what the store
 * says. Nothing where there is no log. Safe for many threads.
 */
final class LogMetrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MultiGauge behind =
      MultiGauge.builder("grenselos.log.behind")
          .description("Events that wait in the partition, as its node said last")
          .register(registry);
  private final MultiGauge held =
      MultiGauge.builder("grenselos.log.held")
          .description("1 while a node reads the partition")
          .register(registry);

  /** The counters hold their numbers weakly. */
  private final Map<String, AtomicLong> skipped = new HashMap<>();

  private final Clock clock;

  LogMetrics(Clock clock) {
    this.clock = clock;
  }

  /** In Prometheus' text format. */
  synchronized String text(List<Row> rows) {
    behind.register(rows.stream().map(row -> row(row, row.behind())).toList(), true);
    held.register(
        rows.stream()
            .map(row -> row(row, row.reader(clock.instant()).isPresent() ? 1 : 0))
            .toList(),
        true);
    for (Row row : rows) {
      skipped.computeIfAbsent(row.partition(), this::counter).set(row.skipped());
    }
    return registry.scrape();
  }

  private static MultiGauge.Row<?> row(Row row, long value) {
    return MultiGauge.Row.of(tags(row.partition()), value);
  }

  private AtomicLong counter(String partition) {
    AtomicLong count = new AtomicLong();
    FunctionCounter unused =
        FunctionCounter.builder("grenselos.log.skipped", count, AtomicLong::doubleValue)
            .description("Messages that could not be read, ever")
            .tags(tags(partition))
            .register(registry);
    return count;
  }

  private static Tags tags(String partition) {
    return Tags.of("partition", partition);
  }
}
