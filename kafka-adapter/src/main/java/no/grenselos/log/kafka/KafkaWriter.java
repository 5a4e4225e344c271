package no.grenselos.log.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages and waits until every replica that must have them does. After a failure it begins
 * with a new producer, so that nothing given up is written later, behind what was written again.
 * Safe for many threads.
 */
final class KafkaWriter implements AutoCloseable {
  private static final Duration AT_ONCE = Duration.ZERO;

  /** Behind the producer's own time-out, which tells more. */
  private static final long LONGEST_SECONDS = 10;

  private final KafkaSettings settings;
  private final Reasons reasons;
  private @Nullable Producer<byte[], byte[]> producer;
  private boolean closed;

  KafkaWriter(KafkaSettings settings) {
    this.settings = settings;
    this.reasons = new Reasons(settings);
  }

  /** Empty when Kafka has all of them for good, else why not. */
  Optional<String> write(List<ProducerRecord<byte[], byte[]>> messages) {
    if (messages.isEmpty()) return Optional.empty();
    try {
      Producer<byte[], byte[]> open = open();
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (var message : messages) sent.add(open.send(message));
      for (Future<RecordMetadata> one : sent) {
        RecordMetadata unused = one.get(LONGEST_SECONDS, TimeUnit.SECONDS);
      }
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(null);
    } catch (ExecutionException | TimeoutException | KafkaException | IllegalStateException e) {
      return failed(e);
    }
  }

  private Optional<String> failed(@Nullable Exception e) {
    drop();
    return Optional.of(e == null ? "we are ending" : reasons.of(e));
  }

  private synchronized Producer<byte[], byte[]> open() {
    if (closed) throw new IllegalStateException("closed");
    Producer<byte[], byte[]> open = producer;
    if (open == null) {
      var bytes = new ByteArraySerializer();
      open = new KafkaProducer<>(new ClientConfig(settings).producer(), bytes, bytes);
      producer = open;
    }
    return open;
  }

  private synchronized void drop() {
    Producer<byte[], byte[]> open = producer;
    producer = null;
    if (open != null) open.close(AT_ONCE);
  }

  @Override
  public synchronized void close() {
    closed = true;
    drop();
  }
}
