package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar as it is shipped, on PostgreSQL, and a Slack that is away for an hour by its clock, and
 * tells it to slow down when it is back. One process, as two may open two tickets in either order.
 */
class HourWithoutSlackIT {
  private static final int EACH = 20;
  private static final int STEPS = 12;
  private static final int LIMITED = 6;
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** The queue has a board, which is about no post. */
  private static final int BOARD = 1;

  @TempDir Path temp;

  @Test
  void allIsShownOnceAndInOrderWhenSlackIsBack() throws Exception {
    Steering clock = new Steering(temp.resolve("clock"));
    try (Nodes nodes = Nodes.open(temp, 1, "")) {
      AppProcess node = nodes.all().getFirst();
      clock.steer(node);
      nodes.start();

      World world = nodes.world();
      world.slack().weather().down(true);
      write(world);
      Await.until(() -> "tickets", LONGEST, () -> nodes.count("ticket.opened") == 2 * EACH);
      for (int i = 0; i < STEPS; i++) {
        long tries = node.noted("errand.delayed");
        Await.until(node::lastWords, LONGEST, () -> node.noted("errand.delayed") > tries);
        clock.pass(STEP);
      }
      assertThat(world.slack().posts()).as("shown while Slack was away").isEmpty();

      world.slack().weather().down(false);
      world.slack().weather().rateLimitNext("chat.postMessage", LIMITED, Duration.ofSeconds(30));
      Await.until(
          () -> Facts.cards(world).size() + " cards",
          LONGEST,
          () -> {
            clock.pass(Duration.ofSeconds(1));
            return Facts.cards(world).size() == 2 * EACH + BOARD;
          });

      nodes.stop();
      assertThat(limited(world)).as("times it was told to slow down").isEqualTo(LIMITED);
      List<Integer> queue = SlackDownTest.cardsIn(world, "#desk");
      assertThat(queue).as("in the queue").hasSize(EACH + BOARD).isSorted();
      nodes.assertShownOnce(2 * EACH, BOARD);
      System.out.printf(
          "an hour without Slack: %d posts, lost %d, doubled %d, told to slow down %d times%n",
          2 * EACH, 2 * EACH + BOARD - Facts.cards(world).size(), nodes.doubled(), limited(world));
    }
  }

  private static void write(World world) {
    for (int i = 0; i < EACH; i++) {
      world.network().post("kari", "Does a heat pump howl at night? #fjell no. " + i);
      world.network().post("kari", "I opened a ticket and nobody calls #fjell no. " + i);
    }
  }

  private static long limited(World world) {
    return world.slack().refusals().stream()
        .filter(asked -> asked.error().equals("ratelimited"))
        .count();
  }
}
