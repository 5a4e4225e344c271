package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import no.grenselos.playground.slack.workspace.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole application, and a Slack that is away for a while. */
class SlackDownTest {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final List<DemoScript.Person> PEOPLE =
      List.of(
          new DemoScript.Person("fjellvarme", "Fjellvarme", 1),
          new DemoScript.Person("kari", "Kari", 1));

  private final MovableClock clock = new MovableClock(Instant.parse("2026-09-15T08:00:00Z"));
  private final Figures figures = new Figures();

  @TempDir Path temp;

  @Test
  void tenMinutesWithoutSlackLoseNothingDoubleNothingAndKeepTheOrder() throws Exception {
    try (Demo demo = open()) {
      withoutSlack(demo, Duration.ofMinutes(1), 10);
      back(demo);
    }
  }

  @Test
  void anHourWithoutSlackAndItsLimitsAfterwardsDoNoneEither() throws Exception {
    try (Demo demo = open()) {
      withoutSlack(demo, Duration.ofMinutes(5), 12);
      demo.world().slack().weather().rateLimitNext("chat.postMessage", 6, Duration.ofSeconds(30));
      back(demo);
      assertThat(demo.world().slack().refusals())
          .filteredOn(asked -> asked.error().equals("ratelimited"))
          .as("told to wait")
          .isNotEmpty();
    }
  }

  private void withoutSlack(Demo demo, Duration step, int steps) throws Exception {
    demo.tell();
    World world = demo.world();
    world.slack().weather().down(true);
    for (int i = 1; i <= 4; i++) {
      world.network().post("kari", "Does a heat pump howl at night? #fjell no. " + i);
      world.network().post("kari", "I opened a ticket and nobody calls #fjell no. " + i);
    }
    await(() -> figures.count("ticket.opened") == 8, "eight tickets");
    await(() -> figures.count("errand.delayed") > 0, "a card that waits");

    // time passes in steps, so that it is tried again in between as it would be
    for (int i = 0; i < steps; i++) {
      int tried = figures.count("errand.delayed");
      clock.jump(step);
      boolean unused = within(Duration.ofSeconds(1), () -> figures.count("errand.delayed") > tried);
    }
    assertThat(world.slack().posts()).as("shown while Slack was away").isEmpty();
    world.slack().weather().down(false);
  }

  private void back(Demo demo) throws Exception {
    World world = demo.world();
    await(
        () -> {
          clock.jump(Duration.ofMillis(500));
          return Facts.cards(world).size() == 9;
        },
        "eight cards and the queue's board");

    boolean quiet = demo.awaitQuiet(() -> true, LONGEST);
    assertThat(quiet).as("nothing is left: %s", demo.waiting()).isTrue();
    assertThat(Facts.cards(world)).hasSize(9);
    assertThat(Facts.cards(world).values()).containsOnly(1);
    assertThat(cardsIn(world, "#desk")).as("in the queue, with its board").hasSize(5).isSorted();
    assertThat(cardsIn(world, "U0EXPERT000")).as("with the expert").hasSize(4).isSorted();
  }

  /** The numbers of the cards in a place, in the order in which they appeared. */
  static List<Integer> cardsIn(World world, String place) {
    String channel = world.slack().channelId(place);
    return world.slack().posts().stream()
        .filter(shown -> shown.kind() == Shown.Kind.POSTED && shown.channel().equals(channel))
        .map(shown -> Integer.valueOf(shown.payload("card").replace("C-", "")))
        .toList();
  }

  private Demo open() throws Exception {
    TestHouse house = TestHouse.in(temp.resolve("config"), 1);
    Demo.Plan plan =
        new Demo.Plan(
            house.files(),
            BriskFeeds.providers(),
            temp.resolve("grenselos.db"),
            0,
            clock,
            Duration.ofHours(8),
            network -> List.of(DemoFiles.mastodon(network, "fjell")),
            Demo.Outward.PLAYGROUND);
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return Demo.open(
        plan,
        new DemoScript(PEOPLE, List.of(), DemoScript.load().answers()),
        new Storyteller(nowhere, figures, ZoneOffset.UTC),
        figures);
  }

  private static void await(Condition condition, String what) throws InterruptedException {
    assertThat(within(LONGEST, condition)).as(what).isTrue();
  }

  private static boolean within(Duration longest, Condition condition) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) return false;
      Thread.sleep(20);
    }
    return true;
  }

  @FunctionalInterface
  private interface Condition {
    boolean holds();
  }
}
