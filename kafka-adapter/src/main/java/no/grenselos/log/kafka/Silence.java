package no.grenselos.log.kafka;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Notices that no broker can be reached: Kafka's consumer goes on trying and says nothing. It keeps
 * a connection while all is well, so none over some polls is trouble.
 */
final class Silence {
  /** Polls, of a second each. */
  private static final int PATIENCE = 5;

  private final Consumer<byte[], byte[]> consumer;
  private final Reasons reasons;
  private int alone;

  Silence(Consumer<byte[], byte[]> consumer, Reasons reasons) {
    this.consumer = consumer;
    this.reasons = reasons;
  }

  /** After a poll that brought so many messages. Empty while somebody is there. */
  Optional<String> after(int messages) {
    alone = messages > 0 || connections() > 0 ? 0 : alone + 1;
    return alone < PATIENCE ? Optional.empty() : Optional.of(reasons.of(null));
  }

  private double connections() {
    for (Map.Entry<MetricName, ? extends Metric> one : consumer.metrics().entrySet()) {
      MetricName name = one.getKey();
      if (!name.name().equals("connection-count") || !name.group().equals("consumer-metrics")) {
        continue;
      }
      if (one.getValue().metricValue() instanceof Number count) return count.doubleValue();
    }
    return 1;
  }
}
