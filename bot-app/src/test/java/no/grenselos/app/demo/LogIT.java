package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.app.config.AppSettings;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.wiring.LoggingJournal;
import no.grenselos.app.wiring.Setup;
import no.grenselos.log.kafka.Broker;
import no.grenselos.store.LogPositions;
import no.grenselos.store.Parked;
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
  private static final int KILLS = 6;
  private static final int PARTITIONS = 4;
  private static final String TOPIC = "grenselos.mentions";
  private static final Duration BETWEEN_POSTS = Duration.ofMillis(300);
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final Duration BACKLOG = Duration.ofMinutes(3);

  private final Random random = new Random(20_261_127);

  @TempDir Path temp;

  @Test
  void nodesKilledWhileTheyReadTheLogLoseNothingAndDoNothingTwice() throws Exception {
    TestHouse house = TestHouse.in(temp.resolve("config"), 60);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        Broker broker = Broker.start();
        World world = KillIT.open(house)) {
      broker.create(TOPIC, PARTITIONS);
      connect(house, world, postgres, broker);
      Path jar = AppProcess.unpack(temp.resolve("app"), house.folder());
      Map<String, String> secrets = KillIT.secrets(world);
      try (Store store = store(house);
          AppProcess one = new AppProcess(jar, house.folder(), temp.resolve("one"), secrets);
          AppProcess two = new AppProcess(jar, house.folder(), temp.resolve("two"), secrets)) {
        List<AppProcess> nodes = List.of(one, two);
        for (AppProcess node : nodes) {
          node.start();
          node.awaitReady(LONGEST);
        }
        awaitReaders(store, 2);
        Thread outside = Thread.ofPlatform().daemon().start(() -> post(world));

        for (int kill = 0; kill < KILLS; kill++) killed(nodes.get(kill % 2), store);
        broker.write(TOPIC, "no event of ours".getBytes(StandardCharsets.UTF_8));
        outside.join();

        boolean all = world.slack().await(slack -> Facts.cards(world).size() >= POSTS, BACKLOG);
        assertThat(all).as("all cards shown\n" + one.lastWords() + "\n" + two.lastWords()).isTrue();
        awaitPosition(store, broker);
        for (AppProcess node : nodes) assertThat(node.stop()).as("ended in order").isTrue();
        check(world, store, broker);
      }
    }
  }

  private static void connect(
      TestHouse house, World world, EmbeddedPostgres postgres, Broker broker) throws Exception {
    String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    house.connect(
        world.playground().slackApi(),
        world.playground().network(),
        "postgres: {url: \"" + url + "\", user: postgres}",
        "log: {kafka: {servers: \"" + broker.servers() + "\"}}\n");
  }

  /** Waits until it is in the middle of something, kills it, and starts it again. */
  private void killed(AppProcess node, Store store) throws Exception {
    awaitReaders(store, 2);
    Thread.sleep(2_000 + random.nextInt(6_000));
    node.kill();
    Thread.sleep(random.nextInt(5_000));
    node.start();
    node.awaitReady(LONGEST);
  }

  /** Until all partitions are read, by so many nodes that live. */
  private static void awaitReaders(Store store, int count) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < end) {
      List<LogPositions.Row> rows = store.read(books -> books.logPositions().all());
      Set<String> readers =
          rows.stream()
              .flatMap(row -> row.reader(Instant.now()).stream())
              .filter(LogIT::lives)
              .collect(Collectors.toSet());
      boolean all = rows.stream().allMatch(row -> row.reader(Instant.now()).isPresent());
      if (rows.size() == PARTITIONS && all && readers.size() == count) return;
      Thread.sleep(100);
    }
    throw new AssertionError("not read by " + count + " nodes");
  }

  private static boolean lives(String node) {
    return ProcessHandle.of(Long.parseLong(node.split("/", -1)[1])).isPresent();
  }

  private static void awaitPosition(Store store, Broker broker) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    int messages = broker.read(TOPIC).size();
    while (System.nanoTime() < end && stored(store) < messages) Thread.sleep(100);
    assertThat(stored(store)).as("messages stored of " + messages).isEqualTo(messages);
  }

  private static int stored(Store store) {
    return store.read(books -> books.logPositions().all()).stream()
        .filter(row -> !row.position().atStart())
        .mapToInt(row -> Integer.parseInt(row.position().text()))
        .sum();
  }

  private static void post(World world) {
    try {
      for (int i = 0; i < POSTS; i++) {
        world.network().post("kari", "Does a heat pump howl at night? #fjell no. " + i);
        Thread.sleep(BETWEEN_POSTS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void check(World world, Store store, Broker broker) {
    Map<String, Integer> cards = Facts.cards(world);
    long doubled = cards.values().stream().filter(times -> times > 1).count();
    Map<String, Long> audit = store.read(books -> books.audit().counts());
    List<ConsumerRecord<byte[], byte[]>> messages = broker.read(TOPIC);
    long skipped =
        store.read(books -> books.logPositions().all()).stream()
            .mapToLong(LogPositions.Row::skipped)
            .sum();
    System.out.printf(
        "two nodes, Kafka and PostgreSQL: %d mentions in %d messages of %d partitions, %d kills,"
            + " lost %d, doubled %d, longest stall %d ms%n",
        POSTS,
        messages.size(),
        messages.stream().map(ConsumerRecord::partition).distinct().count(),
        KILLS,
        POSTS - cards.size(),
        doubled,
        KillIT.longestStall(world).toMillis());

    assertThat(audit.get("ticket.opened")).as("tickets").isEqualTo(POSTS);
    assertThat(cards).as("cards shown").hasSize(POSTS);
    assertThat(cards.values()).as("times each was shown").containsOnly(1);
    assertThat(skipped).as("messages that nobody can read").isEqualTo(1);
    assertThat(broker.read(TOPIC + ".dead-letters")).isNotEmpty();
    List<Parked> unread = store.read(books -> books.mentionInbox().parked(10));
    List<Parked> unsent = store.read(books -> books.outbox().parked(10));
    assertThat(unread).as("mentions set aside").isEmpty();
    assertThat(unsent).as("errands set aside").isEmpty();
  }

  private static Store store(TestHouse house) {
    Setup setup = Setup.of(house.files(), new LoggingJournal());
    AppSettings settings = Configuration.read(house.files(), 1, setup.providers().known()).app();
    return setup.openStore(settings);
  }
}
