package no.grenselos.log.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** A real broker of Apache Kafka within this process, on loopback and a free port. */
public final class Broker implements AutoCloseable {
  private final KafkaClusterTestKit kit;

  private Broker(KafkaClusterTestKit kit) {
    this.kit = kit;
  }

  public static Broker start() throws Exception {
    KafkaClusterTestKit kit =
        new KafkaClusterTestKit.Builder(
                new TestKitNodes.Builder()
                    .setCombined(true)
                    .setNumBrokerNodes(1)
                    .setNumControllerNodes(1)
                    .build())
            .setConfigProp("offsets.topic.replication.factor", "1")
            .setConfigProp("offsets.topic.num.partitions", "3")
            .setConfigProp("group.initial.rebalance.delay.ms", "0")
            .setConfigProp("auto.create.topics.enable", "false")
            .build();
    kit.format();
    kit.startup();
    kit.waitForReadyBrokers();
    return new Broker(kit);
  }

  public String servers() {
    return kit.bootstrapServers();
  }

  /** Both topics, the one for dead letters with one partition. */
  public void create(String topic, int partitions) throws Exception {
    try (Admin admin = admin()) {
      List<NewTopic> both =
          List.of(
              new NewTopic(topic, partitions, (short) 1),
              new NewTopic(topic + ".dead-letters", 1, (short) 1));
      admin.createTopics(both).all().get();
    }
  }

  /** Its retention, at once. */
  void deleteBefore(String topic, int partition, long offset) throws Exception {
    try (Admin admin = admin()) {
      TopicPartition where = new TopicPartition(topic, partition);
      admin.deleteRecords(Map.of(where, RecordsToDelete.beforeOffset(offset))).all().get();
    }
  }

  void delete(String topic) throws Exception {
    try (Admin admin = admin()) {
      admin.deleteTopics(List.of(topic)).all().get();
    }
  }

  /** Where the group is, as Kafka's own tools show it. */
  long committed(String group, String topic, int partition)
      throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      var offset =
          admin
              .listConsumerGroupOffsets(group)
              .partitionsToOffsetAndMetadata()
              .get()
              .get(new TopicPartition(topic, partition));
      return offset == null ? -1 : offset.offset();
    }
  }

  /** One message, wherever Kafka puts it. */
  public void write(String topic, byte[] value) throws Exception {
    write(topic, 0, value);
  }

  void write(String topic, int partition, byte[]... values) throws Exception {
    Map<String, Object> config = new HashMap<>(Map.of("bootstrap.servers", servers()));
    config.put("max.request.size", 5_000_000);
    var bytes = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(config, bytes, bytes)) {
      for (byte[] value : values) {
        producer.send(new ProducerRecord<>(topic, partition, null, value)).get();
      }
    }
  }

  /** All messages of a topic, by partition and offset. */
  public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    var bytes = new ByteArrayDeserializer();
    Map<String, Object> config = Map.of("bootstrap.servers", servers());
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    try (var consumer = new KafkaConsumer<>(config, bytes, bytes)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(one -> new TopicPartition(topic, one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
    }
    return all;
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", servers()));
  }

  @Override
  public void close() {
    try {
      kit.close();
    } catch (Exception e) {
      throw new IllegalStateException("the broker does not end", e);
    }
  }
}
