package no.grenselos.log.kafka;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import no.grenselos.config.Finding;
import no.grenselos.log.RelayException;
import no.grenselos.log.Survey;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Asks Kafka about both topics; opens a connection for it and closes it again. */
record KafkaSurvey(KafkaSettings settings) {
  /** What is asked while a connection is open. */
  private interface Question<T> {
    T ask(Admin admin) throws ExecutionException, InterruptedException;
  }

  Survey survey(Instant from) {
    return asked(admin -> survey(admin, from));
  }

  private Survey survey(Admin admin, Instant from) throws ExecutionException, InterruptedException {
    List<TopicPartition> partitions = partitions(admin, settings.topic());
    Map<TopicPartition, Long> first = offsets(admin, partitions, OffsetSpec.earliest());
    Map<TopicPartition, Long> end = offsets(admin, partitions, OffsetSpec.latest());
    Map<TopicPartition, Long> then =
        offsets(admin, partitions, OffsetSpec.forTimestamp(Math.max(0, from.toEpochMilli())));
    List<Survey.Extent> extents = new ArrayList<>();
    for (TopicPartition one : partitions) {
      long last = end.getOrDefault(one, 0L);
      // -1 when nothing was written at that moment or later
      long place = then.getOrDefault(one, -1L);
      extents.add(
          new Survey.Extent(
              KafkaReader.name(one),
              one.partition(),
              first.getOrDefault(one, 0L),
              last,
              place < 0 ? last : place));
    }
    return new Survey(extents, messages(admin, settings.deadLetters()));
  }

  private static long messages(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    List<TopicPartition> partitions = partitions(admin, topic);
    Map<TopicPartition, Long> first = offsets(admin, partitions, OffsetSpec.earliest());
    Map<TopicPartition, Long> end = offsets(admin, partitions, OffsetSpec.latest());
    return partitions.stream()
        .mapToLong(p -> end.getOrDefault(p, 0L) - first.getOrDefault(p, 0L))
        .sum();
  }

  private static List<TopicPartition> partitions(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    TopicDescription description =
        Objects.requireNonNull(admin.describeTopics(List.of(topic)).topicNameValues().get(topic))
            .get();
    return description.partitions().stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  private static Map<TopicPartition, Long> offsets(
      Admin admin, List<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked =
        partitions.stream().collect(toMap(Function.identity(), partition -> which));
    KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> all = admin.listOffsets(asked).all();
    return all.get().entrySet().stream()
        .collect(toMap(Map.Entry::getKey, one -> one.getValue().offset()));
  }

  List<Finding> check() {
    List<Finding> findings = new ArrayList<>();
    for (String topic : List.of(settings.topic(), settings.deadLetters())) {
      findings.add(check(topic));
    }
    return findings;
  }

  private Finding check(String topic) {
    String what = "log kafka: topic " + topic;
    try {
      int count = asked(admin -> partitions(admin, topic).size());
      return new Finding(true, what, count == 1 ? "1 partition" : count + " partitions");
    } catch (RelayException e) {
      return new Finding(false, what, String.valueOf(e.getMessage()));
    }
  }

  private <T> T asked(Question<T> question) {
    try (Admin admin = Admin.create(new ClientConfig(settings).admin())) {
      return question.ask(admin);
    } catch (ExecutionException | KafkaException e) {
      throw new RelayException(new Reasons(settings).of(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RelayException("interrupted while Kafka was asked", e);
    }
  }
}
