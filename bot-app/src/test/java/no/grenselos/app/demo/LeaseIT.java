package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.app.config.AppSettings;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.wiring.LoggingJournal;
import no.grenselos.app.wiring.Setup;
import no.grenselos.store.FeedStates;
import no.grenselos.store.Parked;
import no.grenselos.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes of the jar as it is shipped, on one PostgreSQL: one of them reads the feed, and
 * when it is killed the other does. What counts is what the outside saw.
 */
class LeaseIT {
  private static final int POSTS = 240;
  private static final int KILLS = 3;
  private static final Duration BETWEEN_POSTS = Duration.ofMillis(400);
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final Duration BACKLOG = Duration.ofMinutes(2);

  @TempDir Path temp;

  @Test
  void aFeedMovesToTheOtherNodeWhenItsOwnIsKilled() throws Exception {
    TestHouse house = TestHouse.in(temp.resolve("config"), 60);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        World world = KillIT.open(house)) {
      String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
      house.connect(
          world.playground().slackApi(),
          world.playground().network(),
          "postgres: {url: \"" + url + "\", user: postgres}");
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
        Thread outside = Thread.ofPlatform().daemon().start(() -> post(world));

        List<Duration> moves = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) moves.add(killed(nodes, store));
        outside.join();

        boolean all = world.slack().await(slack -> Facts.cards(world).size() >= POSTS, BACKLOG);
        assertThat(all).as("all cards shown\n" + one.lastWords() + "\n" + two.lastWords()).isTrue();
        for (AppProcess node : nodes) assertThat(node.stop()).as("ended in order").isTrue();
        check(world, store, moves);
      }
    }
  }

  /** Kills the node that reads, waits for the other, and starts the first again. */
  private static Duration killed(List<AppProcess> nodes, Store store) throws Exception {
    String holder = holder(store, "").orElseThrow();
    AppProcess reader =
        nodes.stream().filter(node -> holder.contains("/" + node.pid() + "/")).findFirst().get();
    reader.kill();
    long begin = System.nanoTime();
    assertThat(holder(store, holder)).as("another node reads it").isPresent();
    Duration moved = Duration.ofNanos(System.nanoTime() - begin);
    reader.start();
    reader.awaitReady(LONGEST);
    return moved;
  }

  /** The node that reads the feed, once there is one that is not the other. */
  private static Optional<String> holder(Store store, String other) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < end) {
      Optional<String> holder =
          store.read(books -> books.feedStates().all()).stream()
              .map(FeedStates.Row::holder)
              .filter(name -> name != null && !name.equals(other))
              .findFirst();
      if (holder.isPresent()) return holder;
      Thread.sleep(100);
    }
    return Optional.empty();
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

  private static void check(World world, Store store, List<Duration> moves) {
    Map<String, Integer> cards = Facts.cards(world);
    long doubled = cards.values().stream().filter(times -> times > 1).count();
    Map<String, Long> audit = store.read(books -> books.audit().counts());
    System.out.printf(
        "two nodes on PostgreSQL: %d posts, %d kills, the feed moved after %s ms, %d cards,"
            + " doubled %d%n",
        POSTS, KILLS, moves.stream().map(Duration::toMillis).toList(), cards.size(), doubled);

    assertThat(moves).allSatisfy(moved -> assertThat(moved).isLessThan(Duration.ofSeconds(30)));
    assertThat(audit.get("ticket.opened")).as("tickets").isEqualTo(POSTS);
    assertThat(cards).as("cards shown").hasSize(POSTS);
    assertThat(cards.values()).as("times each was shown").containsOnly(1);
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
