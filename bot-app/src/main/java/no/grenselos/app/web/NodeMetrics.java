package no.grenselos.app.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import no.grenselos.app.vitals.ChatVitals;
import no.grenselos.app.wiring.Health;

/**
 * How this node is doing, as Prometheus reads it: its parts, what it sent, its process. Each node
 * speaks for itself. Safe for many threads.
 */
final class NodeMetrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MultiGauge ready =
      MultiGauge.builder("grenselos.ready")
          .description("1 while this node can take events in")
          .register(registry);
  private final MultiGauge parts =
      MultiGauge.builder("grenselos.part.fine")
          .description("1 while the part works, as this node saw it last")
          .register(registry);

  /** The counters hold their numbers weakly. */
  private final Map<Tags, AtomicLong> deliveries = new HashMap<>();

  /**
   * @param disks folders whose room is told
   */
  NodeMetrics(List<Path> disks) {
    disks.forEach(folder -> new DiskSpaceMetrics(folder.toFile()).bindTo(registry));
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** In Prometheus' text format. */
  synchronized String text(Health health, List<ChatVitals> chats) {
    ready.register(List.of(MultiGauge.Row.of(Tags.empty(), flag(health.ready()))), true);
    parts.register(
        health.findings().stream()
            .<MultiGauge.Row<?>>map(
                part -> MultiGauge.Row.of(Tags.of("part", part.what()), flag(part.fine())))
            .toList(),
        true);
    for (ChatVitals chat : chats) count(chat.house(), chat.counted());
    return registry.scrape();
  }

  private static int flag(boolean so) {
    return so ? 1 : 0;
  }

  private void count(String house, ChatVitals.Counted counted) {
    count(house, "delivered", counted.delivered());
    count(house, "put-off", counted.waits());
    count(house, "refused", counted.refused());
    count(house, "unsure", counted.unsure());
  }

  private void count(String house, String outcome, long times) {
    deliveries
        .computeIfAbsent(Tags.of("house", house, "outcome", outcome), this::counter)
        .set(times);
  }

  private AtomicLong counter(Tags tags) {
    AtomicLong count = new AtomicLong();
    FunctionCounter unused =
        FunctionCounter.builder("grenselos.chat.deliveries", count, AtomicLong::doubleValue)
            .description("What came of the messages that this node sent or changed")
            .tags(tags)
            .register(registry);
    return count;
  }
}
