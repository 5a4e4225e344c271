package no.grenselos.log.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Finding;
import no.grenselos.feed.Skipped;
import no.grenselos.log.Parcel;
import no.grenselos.log.Receipt;
import no.grenselos.log.Relay;
import no.grenselos.log.RelayReader;
import no.grenselos.log.Survey;
import no.grenselos.mention.MentionId;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** One topic of Kafka, and one for what cannot be read. */
final class KafkaRelay implements Relay {
  private final KafkaSettings settings;
  private final KafkaWriter writer;
  private final DeadLetters deadLetters;
  private volatile Optional<String> notWritten = Optional.empty();
  private volatile @Nullable KafkaReader reader;

  KafkaRelay(KafkaSettings settings) {
    this.settings = settings;
    this.writer = new KafkaWriter(settings);
    this.deadLetters = new DeadLetters(settings, writer);
  }

  @Override
  public Receipt carry(List<Parcel> parcels) {
    List<Skipped> setAside = new ArrayList<>();
    for (List<Parcel> round : rounds(parcels)) {
      List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
      for (Parcel parcel : round) messages.add(message(parcel, setAside));
      Optional<String> failure = writer.write(messages);
      notWritten = failure;
      if (failure.isPresent()) return new Receipt.NotNow(failure.get());
    }
    return new Receipt.Kept(setAside);
  }

  /**
   * The first event of every post, then the second of every post, and so on. Kafka keeps the order
   * within a partition only while nothing fails: else an edit may be there and its post not.
   */
  private static List<List<Parcel>> rounds(List<Parcel> parcels) {
    List<List<Parcel>> rounds = new ArrayList<>();
    Map<MentionId, Integer> seen = new HashMap<>();
    for (Parcel parcel : parcels) {
      int round = seen.merge(parcel.event().id(), 1, Integer::sum) - 1;
      if (round == rounds.size()) rounds.add(new ArrayList<>());
      rounds.get(round).add(parcel);
    }
    return rounds;
  }

  private ProducerRecord<byte[], byte[]> message(Parcel parcel, List<Skipped> setAside) {
    byte[] key = parcel.key().getBytes(StandardCharsets.UTF_8);
    byte[] value = EventJson.of(parcel);
    int size = key.length + value.length;
    if (size <= EventJson.MOST) return new ProducerRecord<>(settings.topic(), key, value);
    String reason = "is too big for the log: " + size + " bytes, at most " + EventJson.MOST;
    setAside.add(new Skipped(parcel.event().id().toString(), reason));
    return deadLetters.unsent(key, value, reason);
  }

  @Override
  public RelayReader reader() {
    KafkaReader opened = new KafkaReader(settings, deadLetters);
    reader = opened;
    return opened;
  }

  @Override
  public Optional<String> trouble() {
    KafkaReader reading = reader;
    return notWritten.or(() -> reading == null ? Optional.empty() : reading.trouble());
  }

  @Override
  public List<Finding> check() {
    return new KafkaSurvey(settings).check();
  }

  @Override
  public Survey survey(Instant from) {
    return new KafkaSurvey(settings).survey(from);
  }

  @Override
  public void close() {
    KafkaReader reading = reader;
    if (reading != null) reading.close();
    writer.close();
  }
}
