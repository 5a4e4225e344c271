package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.log.kafka.Broker;
import no.grenselos.store.LogPositions;
import no.grenselos.store.Store;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes of the jar as it is shipped, on one PostgreSQL, and what the feed brings goes
 * through a real Kafka: they are killed in turn while posts come in, so that feed and partitions go
 * from one to the other. What counts is what the outside saw.
 */
class LogIT {
  private static final int POSTS = 400;

  /** Every second one is a question for somebody, as five messages a second may go out. */
  private static final int ASKED = POSTS / 2;

  private static final int KILLS = 6;
  private static final int PARTITIONS = 4;
  private static final String TOPIC = "grenselos.mentions";
  private static final Duration BETWEEN_POSTS = Duration.ofMillis(180);
  private static final Duration BACKLOG = Duration.ofMinutes(3);

  private final Random random = new Random(20_261_127);

  @TempDir Path temp;

  @Test
  void nodesKilledWhileTheyReadTheLogLoseNothingAndDoNothingTwice() throws Exception {
    try (Broker broker = Broker.start()) {
      broker.create(TOPIC, PARTITIONS);
      String kafka = "log: {kafka: {servers: \"" + broker.servers() + "\"}}\n";
      try (Nodes nodes = Nodes.open(temp, 2, TestHouse.BRISK + kafka)) {
        nodes.start();
        Store store = nodes.store();
        awaitReaders(store, 2);
        Thread outside = nodes.post(POSTS, BETWEEN_POSTS, LogIT::words);

        for (int kill = 0; kill < KILLS; kill++) killed(nodes.all().get(kill % 2), store);
        broker.write(TOPIC, "no event of ours".getBytes(StandardCharsets.UTF_8));
        outside.join();

        nodes.awaitCards(ASKED, BACKLOG);
        awaitPosition(store, broker);
        nodes.stop();
        check(nodes, broker);
      }
    }
  }

  private static String words(int number) {
    return number % 2 == 0 ? "Does a heat pump howl at night?" : "Nothing but weather today";
  }

  /** Waits until it is in the middle of something, kills it, and starts it again. */
  private void killed(AppProcess node, Store store) throws Exception {
    awaitReaders(store, 2);
    Thread.sleep(2_000 + random.nextInt(6_000));
    node.kill();
    Thread.sleep(random.nextInt(5_000));
    node.start();
    node.awaitReady(Nodes.LONGEST);
  }

  /** Until all partitions are read, by so many nodes that live. */
  private static void awaitReaders(Store store, int count) throws Exception {
    Await.until(
        () -> "not read by " + count + " nodes", Nodes.LONGEST, () -> areRead(store, count));
  }

  private static boolean areRead(Store store, int count) {
    List<LogPositions.Row> rows = store.read(books -> books.logPositions().all());
    Set<String> readers =
        rows.stream()
            .flatMap(row -> row.reader(Instant.now()).stream())
            .filter(LogIT::lives)
            .collect(Collectors.toSet());
    boolean all = rows.stream().allMatch(row -> row.reader(Instant.now()).isPresent());
    return rows.size() == PARTITIONS && all && readers.size() == count;
  }

  private static boolean lives(String node) {
    return ProcessHandle.of(Long.parseLong(node.split("/", -1)[1])).isPresent();
  }

  private static void awaitPosition(Store store, Broker broker) throws Exception {
    int messages = broker.read(TOPIC).size();
    Await.until(
        () -> stored(store) + " of " + messages + " messages stored",
        Nodes.LONGEST,
        () -> stored(store) >= messages);
    assertThat(stored(store)).as("messages stored of " + messages).isEqualTo(messages);
  }

  private static int stored(Store store) {
    return store.read(books -> books.logPositions().all()).stream()
        .filter(row -> !row.position().atStart())
        .mapToInt(row -> Integer.parseInt(row.position().text()))
        .sum();
  }

  private static void check(Nodes nodes, Broker broker) {
    List<ConsumerRecord<byte[], byte[]>> messages = broker.read(TOPIC);
    long skipped =
        nodes.store().read(books -> books.logPositions().all()).stream()
            .mapToLong(LogPositions.Row::skipped)
            .sum();
    System.out.printf(
        "two nodes, Kafka and PostgreSQL: %d mentions in %d messages of %d partitions, %d kills,"
            + " lost %d, doubled %d, longest stall %d ms%n",
        POSTS,
        messages.size(),
        messages.stream().map(ConsumerRecord::partition).distinct().count(),
        KILLS,
        ASKED - Facts.cards(nodes.world()).size(),
        nodes.doubled(),
        KillIT.longestStall(nodes.world()).toMillis());

    nodes.assertShownOnce(ASKED);
    assertThat(nodes.handled()).as("mentions handled").isEqualTo(POSTS);
    assertThat(skipped).as("messages that nobody can read").isEqualTo(1);
    assertThat(broker.read(TOPIC + ".dead-letters")).isNotEmpty();
  }
}
