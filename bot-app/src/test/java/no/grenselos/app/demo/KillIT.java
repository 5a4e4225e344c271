package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.wiring.Providers;
import no.grenselos.playground.network.Status;
import no.grenselos.playground.slack.workspace.Shown;
import no.grenselos.store.Store;
import no.grenselos.ticket.TicketState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar as it is shipped and {@code ./grenselos run} unpacks it, killed again and again while 300
 * posts come in and people press buttons. What counts is what the outside saw: the playground lives
 * on in this process.
 */
class KillIT {
  private static final int POSTS = 300;
  private static final int KILLS = 20;

  private static final Duration BETWEEN_POSTS = Duration.ofMillis(110);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** What is left after the last start, at five messages a second. */
  private static final Duration BACKLOG = Duration.ofMinutes(3);

  private final Random random = new Random(20_261_123);
  private final Map<String, String> presses = new ConcurrentHashMap<>();

  @TempDir Path temp;

  @Test
  void killedAtAnyPointItLosesNothingAndSaysNothingTwice() throws Exception {
    try (Nodes nodes = Nodes.open(temp, 1, TestHouse.BRISK, Engine.File.in(temp), Map.of())) {
      World world = nodes.world();
      AppProcess app = nodes.all().getFirst();
      world.slack().deliverTo(app.door());

      Thread outside = Thread.ofPlatform().daemon().start(() -> post(world));
      Thread inside = Thread.ofPlatform().daemon().start(() -> press(world));
      for (int kill = 0; kill < KILLS; kill++) liveAndDie(app, world, kill);
      nodes.start(LONGEST);
      outside.join();
      boolean finished = await(world);
      inside.interrupt();
      inside.join();

      nodes.stop();
      assertThat(finished).as("all cards shown; the end of the log:\n" + app.lastWords()).isTrue();
      check(nodes);
    }
  }

  /** A playground with Kari outside and the people of the house inside. */
  static World open(TestHouse house) {
    return open(house, Clock.systemUTC());
  }

  /** The same by another clock. */
  static World open(TestHouse house, Clock clock) {
    DemoScript script =
        new DemoScript(
            List.of(
                new DemoScript.Person("fjellvarme", "Fjellvarme", 1),
                new DemoScript.Person("kari", "Kari", 1)),
            List.of(),
            DemoScript.load().answers());
    Configuration configuration =
        Configuration.read(house.files(), 1, Providers.installed().known());
    return World.open(script, configuration.book(), "fjellvarme", clock, 0);
  }

  /** What the application needs in its environment. */
  static Map<String, String> secrets(World world) {
    Map<String, String> secrets = new HashMap<>();
    for (String name : List.of("MASTODON_TOKEN", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET")) {
      secrets.put(name, world.secrets().find(name).orElseThrow().reveal());
    }
    return secrets;
  }

  /**
   * Dies after some more calls to Slack, however long they take here; every fourth time while it is
   * still starting.
   */
  private void liveAndDie(AppProcess app, World world, int kill) throws Exception {
    int before = world.slack().calls().size();
    app.start();
    if (kill % 4 == 3) {
      Thread.sleep(500 + random.nextInt(1500));
    } else {
      app.awaitReady(LONGEST);
      int enough = before + random.nextInt(40);
      boolean unused =
          world.slack().await(slack -> slack.calls().size() >= enough, Duration.ofSeconds(8));
      Thread.sleep(random.nextInt(30));
    }
    app.kill();
  }

  private void post(World world) {
    try {
      for (int i = 0; i < POSTS; i++) {
        String words =
            switch (i % 25) {
              case 7 -> "I opened a ticket and nobody calls";
              case 3, 13, 21 -> "Nothing but weather here today";
              default -> "Does a heat pump howl at night?";
            };
        world.network().post("kari", words + " #fjell no. " + i);
        Thread.sleep(BETWEEN_POSTS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes every third nudge; presses again when the application was not there. */
  private void press(World world) {
    SlackHands hands = new SlackHands(world.playground().base(), world.slack());
    Map<String, Screen> wanted = new HashMap<>();
    int seen = 0;
    try {
      while (true) {
        List<Shown> shown = world.slack().posts();
        for (Shown one : shown.subList(seen, shown.size())) {
          boolean third = one.payload("card").hashCode() % 3 == 0;
          Screen screen = hands.screen(one);
          if (third && one.kind() == Shown.Kind.POSTED && screen.offers("PASS")) {
            wanted.put(one.payload("card"), screen);
          }
        }
        seen = shown.size();
        for (String card : List.copyOf(wanted.keySet())) {
          Screen screen = wanted.get(card);
          if (screen.press(screen.owner(), "CLAIM")) {
            presses.put(card, screen.owner());
            wanted.remove(card);
          }
        }
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      // the day is over
    }
  }

  /** Until as many cards are shown as there must be, and then some, for one that is too many. */
  private boolean await(World world) throws InterruptedException {
    int cards = POSTS - POSTS / 25 * 3;
    boolean all = world.slack().await(slack -> Facts.cards(world).size() >= cards, BACKLOG);
    Thread.sleep(4000);
    return all;
  }

  private void check(Nodes nodes) {
    World world = nodes.world();
    Map<String, Integer> cards = Facts.cards(world);
    int expected = POSTS - POSTS / 25 * 3;
    int boards = Math.toIntExact(nodes.count("board.delivered"));
    Store store = nodes.store();
    List<String> lost = presses.keySet().stream().filter(card -> !claimed(store, card)).toList();
    System.out.printf(
        "kill -9: %d kills, %d mentions handled, %d cards shown, lost %d, doubled %d, %d presses"
            + " kept, longest stall %d ms%n",
        KILLS,
        nodes.handled(),
        cards.size(),
        expected + boards - cards.size(),
        nodes.doubled(),
        presses.size() - lost.size(),
        longestStall(world).toMillis());

    assertThat(nodes.handled()).as("mentions handled").isEqualTo(POSTS);
    nodes.assertShownOnce(expected, boards);
    assertThat(presses).as("accepted presses").hasSizeGreaterThan(50);
    assertThat(lost).as("accepted presses that came to nothing").isEmpty();
    assertThat(world.slack().refusals())
        // killed before it could note that the board is pinned, it pins it once more: no harm
        .filteredOn(asked -> !asked.error().equals("already_pinned"))
        .as("what Slack refused")
        .isEmpty();
  }

  private static boolean claimed(Store store, String card) {
    return store.read(books ->
        books
            .placements()
            .find(no.grenselos.chat.PlacementId.parse(card))
            .filter(placement ->
                // a queue's board is about many
                placement.ticket().isEmpty()
                    || placement
                        .ticket()
                        .flatMap(books.tickets()::find)
                        .filter(ticket -> ticket.state() instanceof TicketState.Claimed)
                        .isPresent())
            .isPresent());
  }

  /** From a post outside to its card inside, the slowest. */
  static Duration longestStall(World world) {
    Map<String, Instant> shown = shown(world);
    List<Duration> waits = new ArrayList<>();
    for (Status post : world.network().statuses()) {
      Instant at = shown.get(post.id());
      if (at != null) waits.add(Duration.between(post.createdAt(), at));
    }
    return waits.stream().max(Duration::compareTo).orElse(Duration.ZERO);
  }

  /** When each post was first shown to somebody. */
  static Map<String, Instant> shown(World world) {
    SlackHands hands = new SlackHands(world.playground().base(), world.slack());
    Map<String, Instant> shown = new HashMap<>();
    for (Shown one : world.slack().posts()) {
      hands.screen(one).post().ifPresent(post -> shown.putIfAbsent(post, one.at()));
    }
    return shown;
  }
}
