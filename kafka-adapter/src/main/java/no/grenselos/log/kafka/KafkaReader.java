package no.grenselos.log.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Skipped;
import no.grenselos.log.RelayReader;
import no.grenselos.log.Survey.Extent;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * One member of the consumer group. A partition that falls to it rests until it is told where to go
 * on: what Kafka has as the group's offset is for people to look at only.
 */
final class KafkaReader implements RelayReader {
  private static final Duration WAIT = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration CLOSING = Duration.ofSeconds(3);

  private final KafkaSettings settings;
  private final DeadLetters deadLetters;
  private final Reasons reasons;

  /** Where the next batch of each partition begins that is being read. */
  private final Map<TopicPartition, Cursor> at = new HashMap<>();

  private final List<String> given = new ArrayList<>();
  private final List<String> taken = new ArrayList<>();
  private @Nullable Group group;
  private boolean closed;
  private volatile Optional<String> trouble = Optional.empty();

  /** What Kafka's client is to us. */
  private record Group(Consumer<byte[], byte[]> consumer, Silence silence) {}

  KafkaReader(KafkaSettings settings, DeadLetters deadLetters) {
    this.settings = settings;
    this.deadLetters = deadLetters;
    this.reasons = new Reasons(settings);
  }

  Optional<String> trouble() {
    return trouble;
  }

  @Override
  public synchronized Arrived next() {
    given.clear();
    taken.clear();
    List<Batch> batches = List.of();
    try {
      if (!closed) batches = polled(open());
    } catch (InterruptException e) {
      // we are ending: Kafka has set the thread's mark again
      batches = List.of();
    } catch (KafkaException e) {
      trouble = Optional.of(reasons.of(e));
    }
    return new Arrived(given, taken, batches, trouble);
  }

  private List<Batch> polled(Group open) {
    try {
      ConsumerRecords<byte[], byte[]> records = open.consumer().poll(WAIT);
      trouble = open.silence().after(records.count());
      return batches(records);
    } catch (OffsetOutOfRangeException e) {
      return gaps(open.consumer(), e.offsetOutOfRangePartitions());
    }
  }

  private Group open() {
    Group open = group;
    if (open == null) {
      var bytes = new ByteArrayDeserializer();
      Consumer<byte[], byte[]> fresh =
          new KafkaConsumer<>(new ClientConfig(settings).consumer(), bytes, bytes);
      fresh.subscribe(List.of(settings.topic()), new Falling(fresh));
      open = new Group(fresh, new Silence(fresh, reasons));
      group = open;
    }
    return open;
  }

  private List<Batch> batches(ConsumerRecords<byte[], byte[]> records) {
    List<Batch> batches = List.of();
    try {
      batches = unpacked(records);
    } finally {
      if (batches.isEmpty()) records.partitions().forEach(this::again);
    }
    return batches;
  }

  /** None where the dead letters do not take what cannot be read. */
  private List<Batch> unpacked(ConsumerRecords<byte[], byte[]> records) {
    List<Unpacked> all =
        records.partitions().stream()
            .filter(at::containsKey)
            .map(partition -> Unpacked.of(records.records(partition)))
            .toList();
    Optional<String> failure =
        deadLetters.send(all.stream().flatMap(one -> one.dead().stream()).toList());
    if (failure.isPresent()) {
      trouble = Optional.of("dead letters: " + failure.get());
      return List.of();
    }
    return all.stream().map(one -> batch(one.partition(), one.page())).toList();
  }

  private Batch batch(TopicPartition partition, Fetch.Page page) {
    Cursor before = at.getOrDefault(partition, Cursor.START);
    at.put(partition, page.next());
    return new Batch(name(partition), before, page);
  }

  /** What stands at its place in the topic is handed out again. */
  private void again(TopicPartition partition) {
    Cursor from = at.get(partition);
    if (from != null) goOn(name(partition), from);
  }

  /** Where the store stands is no place in the topic any more. */
  private List<Batch> gaps(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> wanted) {
    Map<TopicPartition, Long> first = consumer.beginningOffsets(wanted.keySet(), PATIENCE);
    List<Batch> batches = new ArrayList<>();
    wanted.forEach((partition, offset) -> {
      if (!at.containsKey(partition)) return;
      long begin = first.getOrDefault(partition, 0L);
      consumer.seek(partition, begin);
      Skipped gap =
          offset < begin
              ? new Skipped(
                  "offsets " + offset + " to " + (begin - 1),
                  "Kafka deleted them before they were read: its retention is too short")
              : new Skipped(
                  "offset " + offset,
                  "is behind the end of the topic, which was made anew; it is read from its start");
      batches.add(
          batch(partition, new Fetch.Page(List.of(), Extent.at(begin), false, List.of(gap))));
    });
    return batches;
  }

  @Override
  public synchronized void goOn(String partition, Cursor from) {
    ours(partition)
        .ifPresent(mine -> {
          Consumer<byte[], byte[]> consumer = open().consumer();
          at.put(mine, from);
          if (from.atStart()) consumer.seekToBeginning(List.of(mine));
          else consumer.seek(mine, Long.parseLong(from.text()));
          consumer.resume(List.of(mine));
        });
  }

  @Override
  public synchronized void rest(String partition) {
    ours(partition)
        .ifPresent(mine -> {
          at.remove(mine);
          open().consumer().pause(List.of(mine));
        });
  }

  @Override
  public synchronized void stored(Batch batch) {
    ours(batch.partition())
        .ifPresent(mine -> {
          var offset = new OffsetAndMetadata(Long.parseLong(batch.page().next().text()));
          // it is for tools that show the group's lag: the next batch says it again
          open().consumer().commitAsync(Map.of(mine, offset), (offsets, failure) -> {});
        });
  }

  @Override
  public synchronized long behind(String partition) {
    return ours(partition).map(mine -> open().consumer().currentLag(mine).orElse(0)).orElse(0L);
  }

  private Optional<TopicPartition> ours(String partition) {
    Group open = group;
    if (open == null || closed) return Optional.empty();
    return open.consumer().assignment().stream().filter(p -> name(p).equals(partition)).findFirst();
  }

  @Override
  public synchronized void close() {
    closed = true;
    Group open = group;
    group = null;
    try {
      if (open != null) open.consumer().close(CloseOptions.timeout(CLOSING));
    } catch (KafkaException e) {
      // the group learns by its time-out that we are gone
      trouble = Optional.of(reasons.of(e));
    }
  }

  static String name(TopicPartition partition) {
    return partition.topic() + "/" + partition.partition();
  }

  /** Hears which partitions are ours, within a poll. */
  private final class Falling implements ConsumerRebalanceListener {
    private final Consumer<byte[], byte[]> consumer;

    Falling(Consumer<byte[], byte[]> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      for (TopicPartition partition : partitions) {
        // any place will do, as it is not read from; without one, Kafka looks for its own
        consumer.seek(partition, 0);
        given.add(name(partition));
      }
      consumer.pause(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      for (TopicPartition partition : partitions) {
        at.remove(partition);
        given.remove(name(partition));
        taken.add(name(partition));
      }
    }
  }
}
