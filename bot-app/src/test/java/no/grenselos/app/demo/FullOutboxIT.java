package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar as it is shipped, on PostgreSQL, and as many messages as Slack left unsent; worked off at
 * the pace that Slack allows, by a clock that goes faster, and by a process that dies on the way.
 * 600 messages unless {@code -Doutbox.posts} says otherwise.
 */
class FullOutboxIT {
  private static final int POSTS = Integer.getInteger("outbox.posts", 600);
  private static final Duration PASSES = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(3 + POSTS / 2_500);

  /** The queue has a board, which is about no post. */
  private static final int BOARD = 1;

  @TempDir Path temp;

  @Test
  void eachIsShownOnceAndAComplaintDoesNotWaitForAllOfThem() throws Exception {
    Steering clock = new Steering(temp.resolve("clock"));
    try (Nodes nodes = Nodes.open(temp, 1, "")) {
      nodes.all().forEach(clock::steer);
      nodes.start();
      World world = nodes.world();
      world.slack().weather().down(true);
      // its first look goes back four hundred posts only: what stands there then is history
      nodes.ask(1, Duration.ZERO).join();
      awaitWaiting(nodes, 1);
      nodes.ask(POSTS - 1, Duration.ZERO).join();
      awaitWaiting(nodes, POSTS);
      assertThat(nodes.count("ticket.opened")).as("tickets").isEqualTo(POSTS);

      world.slack().weather().down(false);
      world.network().post("kari", "I opened a ticket and nobody calls #fjell");
      passUntil(nodes, clock, () -> world.slack().posts().size() > POSTS / 3);
      int before = Facts.cards(world).size();
      List<Integer> queue = SlackDownTest.cardsIn(world, "#desk");
      AppProcess node = nodes.all().getFirst();
      node.kill();
      node.start();
      node.awaitReady(Nodes.LONGEST);
      passUntil(nodes, clock, () -> allShown(world));

      nodes.stop();
      System.out.printf(
          "an outbox of %d: the node died after %d, lost %d, doubled %d, of the queue by then %s,"
              + " %d cards more where nobody answered for long%n",
          POSTS,
          before,
          POSTS + 1 - KillIT.shown(world).size(),
          nodes.doubled(),
          queue,
          Facts.cards(world).size() - POSTS - 1 - BOARD);
      assertThat(queue).as("in the queue when a third was shown").hasSize(1 + BOARD);
      assertThat(nodes.count("ticket.opened")).as("tickets").isEqualTo(POSTS + 1);
      assertThat(KillIT.shown(world)).as("posts shown").hasSize(POSTS + 1);
      assertThat(Facts.cards(world).values()).as("times each was shown").containsOnly(1);
      nodes.assertNothingSetAside();
    }
  }

  /** Until so many messages wait; the audit is too long to be counted at each look. */
  private static void awaitWaiting(Nodes nodes, long messages) throws Exception {
    Await.until(() -> waiting(nodes) + " messages wait", LONGEST, () -> waiting(nodes) == messages);
  }

  private static long waiting(Nodes nodes) {
    return nodes.store().read(books -> books.outbox().waiting());
  }

  /** Who does not answer for hours is followed by another, with a card of their own. */
  private static boolean allShown(World world) {
    return world.slack().posts().size() > POSTS && KillIT.shown(world).size() > POSTS;
  }

  private static void passUntil(Nodes nodes, Steering clock, Await.Condition condition)
      throws Exception {
    Await.until(
        () -> KillIT.shown(nodes.world()).size() + " posts shown",
        LONGEST,
        () -> {
          clock.pass(PASSES);
          return condition.holds();
        });
  }
}
