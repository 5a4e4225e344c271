package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * Two processes of the jar as it is shipped, on one PostgreSQL, stopped one after the other as a
 * rolling restart does, in the middle of work and with a Slack that hangs. Leases last a minute
 * here: whoever had to wait for one would show. Their logs are JSON, and are read as such.
 */
class ShutdownIT {
  private static final int POSTS = 160;
  private static final Duration BETWEEN_POSTS = Duration.ofMillis(300);
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final Duration BACKLOG = Duration.ofMinutes(2);

  /** As the lease is longer, a handed over entry is not one whose lease ended. */
  private static final String LEASE = "lease: 120s";

  @TempDir Path temp;

  /**
   * One stop.
   *
   * @param took from SIGTERM to the end of the process
   * @param moved from SIGTERM until another node read the feed
   * @param notReady whether it said that it is not ready while it still answered
   */
  private record Stopped(Duration took, Duration moved, boolean notReady) {}

  @Test
  void aRollingRestartLosesNothingDoublesNothingAndNobodyWaitsForALease() throws Exception {
    TestHouse house = TestHouse.in(temp.resolve("config"), 60);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        World world = KillIT.open(house)) {
      connect(house, world, postgres);
      Path jar = AppProcess.unpack(temp.resolve("app"), house.folder());
      Map<String, String> environment = KillIT.secrets(world);
      environment.put("GRENSELOS_LOG", "json");
      try (Store store = store(house);
          AppProcess one = new AppProcess(jar, house.folder(), temp.resolve("one"), environment);
          AppProcess two = new AppProcess(jar, house.folder(), temp.resolve("two"), environment)) {
        List<AppProcess> nodes = List.of(one, two);
        for (AppProcess node : nodes) {
          node.start();
          node.awaitReady(LONGEST);
        }
        Thread outside = Thread.ofPlatform().daemon().start(() -> post(world));

        List<Stopped> stops = new ArrayList<>();
        stops.add(stopped(nodes, store, world, Duration.ofMillis(1500)));
        stops.add(stopped(nodes, store, world, Duration.ofSeconds(40)));
        outside.join();

        boolean all = world.slack().await(slack -> Facts.cards(world).size() >= POSTS, BACKLOG);
        assertThat(all).as("all cards shown\n" + one.lastWords() + "\n" + two.lastWords()).isTrue();
        for (AppProcess node : nodes) assertThat(node.stop()).as("ended in order").isTrue();
        check(world, store, stops);
        oneIdFindsAllStepsInTheLogs(nodes, store);
      }
    }
  }

  private static void connect(TestHouse house, World world, EmbeddedPostgres postgres)
      throws Exception {
    String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    house.connect(
        world.playground().slackApi(),
        world.playground().network(),
        "postgres: {url: \"" + url + "\", user: postgres}");
    Path main = house.folder().resolve("grenselos.yml");
    Files.writeString(main, Files.readString(main).replace("lease: 3s", LEASE));
  }

  /** Stops the node that reads while Slack answers that slowly, and starts it again. */
  private static Stopped stopped(List<AppProcess> nodes, Store store, World world, Duration slow)
      throws Exception {
    String holder = holder(store, "").orElseThrow();
    AppProcess reader =
        nodes.stream().filter(node -> holder.contains("/" + node.pid() + "/")).findFirst().get();
    world.slack().weather().slow(slow);
    int calls = world.slack().calls().size();
    boolean busy = world.slack().await(slack -> slack.calls().size() > calls + 2, LONGEST);
    assertThat(busy).as("calls to Slack in the air").isTrue();

    long begin = System.nanoTime();
    reader.term();
    Thread mover = null;
    long[] moved = new long[1];
    mover = Thread.ofPlatform().daemon().start(() -> moved[0] = moved(store, holder, begin));
    boolean notReady = false;
    while (reader.isAlive() && System.nanoTime() - begin < Duration.ofSeconds(30).toNanos()) {
      notReady |= reader.health().startsWith("503 ");
      Thread.sleep(25);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    mover.join();
    world.slack().weather().slow(Duration.ZERO);
    reader.start();
    reader.awaitReady(LONGEST);
    return new Stopped(took, Duration.ofNanos(moved[0]), notReady);
  }

  private static long moved(Store store, String from, long begin) {
    try {
      boolean there = holder(store, from).isPresent();
      return there ? System.nanoTime() - begin : Long.MAX_VALUE;
    } catch (InterruptedException e) {
      return Long.MAX_VALUE;
    }
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
      Thread.sleep(50);
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

  private static void check(World world, Store store, List<Stopped> stops) {
    Map<String, Integer> cards = Facts.cards(world);
    long doubled = cards.values().stream().filter(times -> times > 1).count();
    Duration stall = KillIT.longestStall(world);
    System.out.printf(
        "stopped in order: %s, %d posts, %d cards, doubled %d, longest stall %d ms%n",
        stops, POSTS, cards.size(), doubled, stall.toMillis());

    assertThat(stops)
        .allSatisfy(stop -> {
          assertThat(stop.took()).isLessThan(Duration.ofSeconds(10));
          assertThat(stop.moved()).isLessThan(Duration.ofSeconds(7));
          assertThat(stop.notReady()).as("not ready while it still answered").isTrue();
        });
    assertThat(stall).as("nobody waited for a lease to end").isLessThan(Duration.ofSeconds(50));
    assertThat(store.read(books -> books.audit().counts()).get("ticket.opened")).isEqualTo(POSTS);
    assertThat(cards).as("cards shown").hasSize(POSTS);
    assertThat(cards.values()).as("times each was shown").containsOnly(1);
    List<Parked> unread = store.read(books -> books.mentionInbox().parked(10));
    List<Parked> unsent = store.read(books -> books.outbox().parked(10));
    assertThat(unread).as("mentions set aside").isEmpty();
    assertThat(unsent).as("errands set aside").isEmpty();
  }

  /** Each line is JSON, and a post's id alone leads to all that was done for it. */
  private static void oneIdFindsAllStepsInTheLogs(List<AppProcess> nodes, Store store)
      throws Exception {
    String post =
        store
            .read(books -> books.tickets().find(new no.grenselos.ticket.TicketId(1)))
            .orElseThrow()
            .mention()
            .toString();
    ObjectMapper json = new ObjectMapper();
    Set<String> steps = new HashSet<>();
    int lines = 0;
    for (AppProcess node : nodes) {
      for (String line : node.lines()) {
        // on standard output, which is no log: the first way into the console
        if (!line.startsWith("{")) {
          assertThat(line).contains("console");
          continue;
        }
        JsonNode one = json.readTree(line);
        lines++;
        assertThat(one.path("level").asText()).isNotEmpty();
        if (one.toString().contains(post))
          steps.add(one.path("formattedMessage").asText().split(" ")[0]);
        assertThat(line).as("no post's words").doesNotContain("howl at night");
      }
    }

    assertThat(lines).isGreaterThan(POSTS);
    assertThat(steps)
        .contains("mention.received", "ticket.opened", "ticket.offered", "nudge.delivered");
  }

  private static Store store(TestHouse house) {
    Setup setup = Setup.of(house.files(), new LoggingJournal());
    AppSettings settings = Configuration.read(house.files(), 1, setup.providers().known()).app();
    return setup.openStore(settings);
  }
}
