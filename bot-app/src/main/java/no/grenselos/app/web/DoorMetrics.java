package no.grenselos.app.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import no.grenselos.app.web.caller.Attempts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was turned away at this node's doors before anybody looked at it, as Prometheus reads it.
 * Safe for many threads.
 */
final class DoorMetrics {
  private static final Logger LOG = LoggerFactory.getLogger(DoorMetrics.class);

  /** Why. */
  enum Reason {
    /** One source called too often. */
    TOO_OFTEN,
    /** One source had too many calls in hand. */
    AT_ONCE,
    /** The body was too large. */
    TOO_LARGE,
    /** The body did not come. */
    TOO_SLOW,
    /** All bodies together were too large. */
    NO_ROOM;

    String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<Reason, Counter> refused = new EnumMap<>(Reason.class);

  /** A flood of calls must not become one of lines. */
  private final Attempts lines;

  DoorMetrics(Clock clock) {
    this.lines = new Attempts(1, Duration.ofMinutes(1), clock);
    for (Reason reason : Reason.values()) {
      refused.put(
          reason,
          Counter.builder("grenselos.calls.refused")
              .description("Calls turned away before they were looked at, by this node")
              .tag("reason", reason.key())
              .register(registry));
    }
  }

  /**
   * Counts one; at most once a minute a reason is written to the log, with a source.
   *
   * @param source as counted
   */
  void refused(Reason reason, String source) {
    Counter counter = refused.get(reason);
    if (counter == null) throw new IllegalStateException("no counter of " + reason);
    counter.increment();
    if (lines.take(reason.key()).isZero()) {
      LOG.warn("calls refused reason={} source={}", reason.key(), source);
    }
  }

  /** In Prometheus' text format. */
  String text() {
    return registry.scrape();
  }
}
