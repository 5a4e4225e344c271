package no.grenselos.log.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Where messages go that nobody can read, as they were, with headers that say why and where they
 * stood. A node that ends in between leaves one of them twice.
 */
record DeadLetters(KafkaSettings settings, KafkaWriter writer) {
  /** Longer messages are cut, bytes: the place in the topic itself has the whole. */
  private static final int MOST = EventJson.MOST;

  /** A message that cannot be read. */
  record Letter(ConsumerRecord<byte[], byte[]> message, String reason) {}

  /** Empty when Kafka has all of them for good, else why not. */
  Optional<String> send(List<Letter> letters) {
    return writer.write(letters.stream().map(this::received).toList());
  }

  private ProducerRecord<byte[], byte[]> received(Letter letter) {
    ConsumerRecord<byte[], byte[]> from = letter.message();
    ProducerRecord<byte[], byte[]> dead = dead(from.key(), from.value(), letter.reason());
    header(dead, "source-topic", from.topic());
    header(dead, "source-partition", "" + from.partition());
    header(dead, "source-offset", "" + from.offset());
    return dead;
  }

  /** One that was never written to the topic. */
  ProducerRecord<byte[], byte[]> unsent(byte[] key, byte[] value, String reason) {
    return dead(key, value, reason);
  }

  private ProducerRecord<byte[], byte[]> dead(
      byte @Nullable [] key, byte @Nullable [] value, String reason) {
    boolean whole = value == null || value.length <= MOST;
    byte[] kept = whole ? value : Arrays.copyOf(value, MOST);
    byte[] shortKey = key == null || key.length <= MOST ? key : Arrays.copyOf(key, MOST);
    var dead = new ProducerRecord<byte[], byte[]>(settings.deadLetters(), shortKey, kept);
    header(dead, "reason", reason);
    if (!whole && value != null) header(dead, "cut-from-bytes", "" + value.length);
    return dead;
  }

  private static void header(ProducerRecord<byte[], byte[]> message, String name, String text) {
    message.headers().add(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
