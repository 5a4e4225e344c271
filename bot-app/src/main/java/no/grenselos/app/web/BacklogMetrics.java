package no.grenselos.app.web;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.grenselos.app.vitals.Backlog;

/**
 * What waits in the store, as Prometheus reads it. The same on every node. Safe for many threads.
 */
final class BacklogMetrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MultiGauge waiting =
      gauge("grenselos.waiting", "Unfinished entries, with those that wait for their time");
  private final MultiGauge aside =
      gauge("grenselos.set.aside", "Entries set aside for the admin, up to " + Backlog.MOST);
  private final MultiGauge posts =
      gauge("grenselos.posts.in.hand", "Posts that are not answered or closed, by where they are");

  private MultiGauge gauge(String name, String says) {
    return MultiGauge.builder(name).description(says).register(registry);
  }

  /** In Prometheus' text format. */
  synchronized String text(Backlog backlog) {
    waiting.register(rows(backlog.waiting()), true);
    aside.register(rows(backlog.aside()), true);
    posts.register(
        backlog.inHand().stream()
            .map(heap ->
                row("standing", heap.standing().name().toLowerCase(Locale.ROOT), heap.count()))
            .toList(),
        true);
    return registry.scrape();
  }

  private static List<MultiGauge.Row<?>> rows(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .<MultiGauge.Row<?>>map(one -> row("queue", one.getKey(), one.getValue()))
        .toList();
  }

  private static MultiGauge.Row<?> row(String label, String is, long count) {
    return MultiGauge.Row.of(Tags.of(label, is), count);
  }
}
