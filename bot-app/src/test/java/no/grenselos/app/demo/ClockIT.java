package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jar as it is shipped, and a clock that is set while it works. */
class ClockIT {
  private static final int POSTS = 160;
  private static final int MEANWHILE = 20;
  private static final Duration BETWEEN_POSTS = Duration.ofMillis(250);
  private static final Duration BACKLOG = Duration.ofMinutes(2);
  private static final Duration JUMP = Duration.ofHours(1);
  private static final int AT_NIGHT = 5;
  private static final Duration EARLY = Duration.ofSeconds(5);

  @TempDir Path temp;

  /**
   * Two processes on one machine, so with one clock, on one PostgreSQL. Where somebody's time to
   * answer runs out by that clock another is asked, with a card of their own.
   */
  @Test
  void aClockThatIsSetForwardAndBackLosesNothingAndDoublesNothing() throws Exception {
    Steering clock = new Steering(temp.resolve("clock"));
    try (Nodes nodes = Nodes.open(temp, 2, TestHouse.BRISK)) {
      nodes.all().forEach(clock::steer);
      nodes.start();
      World world = nodes.world();
      Thread outside = nodes.ask(POSTS, BETWEEN_POSTS);
      awaitShown(nodes, MEANWHILE);

      clock.ahead(JUMP);
      assertThat(nodes.all().getFirst().health()).contains("ahead of the database's");
      awaitMore(nodes);
      clock.ahead(Duration.ZERO);
      awaitMore(nodes);
      clock.ahead(JUMP.negated());
      awaitMore(nodes);
      outside.join();
      // what was in hand when the clock was set back waits until it is as late again
      int before = KillIT.shown(world).size();
      clock.ahead(JUMP);

      awaitShown(nodes, POSTS);
      nodes.stop();
      System.out.printf(
          "clock set forward and back by an hour: %d posts, shown %d before it was set right, lost"
              + " %d, doubled %d%n",
          POSTS, before, POSTS - KillIT.shown(world).size(), nodes.doubled());
      assertThat(nodes.count("ticket.opened")).as("tickets").isEqualTo(POSTS);
      assertThat(Facts.cards(world).values()).as("times each was shown").containsOnly(1);
      nodes.assertNothingSetAside();
    }
  }

  private static void awaitMore(Nodes nodes) throws InterruptedException {
    awaitShown(nodes, KillIT.shown(nodes.world()).size() + MEANWHILE);
  }

  private static void awaitShown(Nodes nodes, int posts) throws InterruptedException {
    World world = nodes.world();
    boolean shown = world.slack().await(s -> KillIT.shown(world).size() >= posts, BACKLOG);
    assertThat(shown).as("%d of %d posts are shown", KillIT.shown(world).size(), posts).isTrue();
  }

  /** In Oslo clocks are changed at 01:00 UTC; work begins at 08:00 there. */
  @ParameterizedTest
  @CsvSource({
    "2028-03-26T00:50:00Z, 2028-03-26T06:00:00Z",
    "2027-10-31T00:50:00Z, 2027-10-31T07:00:00Z"
  })
  void onTheMorningAfterTheChangeOfClocksPeopleAreAskedAtEight(Instant night, Instant eight)
      throws Exception {
    Steering clock = new Steering(temp.resolve("clock"));
    clock.set(night);
    TestHouse house = TestHouse.in(temp.resolve("config"), AT_NIGHT, TestHouse.BY_DAY);
    try (Nodes nodes = Nodes.one(temp, house, clock.clock())) {
      World world = nodes.world();
      AppProcess app = nodes.all().getFirst();
      clock.steer(app);
      nodes.start(BACKLOG);
      nodes.ask(AT_NIGHT, Duration.ZERO).join();
      Await.until(app::lastWords, BACKLOG, () -> app.noted("ticket.held") == AT_NIGHT);

      clock.set(eight.minusSeconds(60));
      // its timers look each second; what comes too early comes within a few
      boolean early = world.slack().await(slack -> !slack.posts().isEmpty(), EARLY);
      assertThat(early).as("asked before eight\n" + app.lastWords()).isFalse();
      clock.set(eight);

      nodes.awaitCards(AT_NIGHT, BACKLOG);
      nodes.stop();
      nodes.assertShownOnce(AT_NIGHT);
    }
  }
}
