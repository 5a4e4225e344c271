package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes of the jar as it is shipped, on one PostgreSQL: one of them reads the feed, and
 * when it is killed the other does. What counts is what the outside saw.
 */
class LeaseIT {
  private static final int POSTS = 240;
  private static final int KILLS = 3;
  private static final Duration BETWEEN_POSTS = Duration.ofMillis(300);
  private static final Duration BACKLOG = Duration.ofMinutes(2);

  @TempDir Path temp;

  @Test
  void aFeedMovesToTheOtherNodeWhenItsOwnIsKilled() throws Exception {
    try (Nodes nodes = Nodes.open(temp, 2, TestHouse.BRISK)) {
      nodes.start();
      Thread outside = nodes.ask(POSTS, BETWEEN_POSTS);

      List<Duration> moves = new ArrayList<>();
      for (int kill = 0; kill < KILLS; kill++) moves.add(killed(nodes));
      outside.join();

      nodes.awaitCards(POSTS, BACKLOG);
      nodes.stop();
      System.out.printf(
          "two nodes on PostgreSQL: %d posts, %d kills, the feed moved after %s ms, doubled %d%n",
          POSTS, KILLS, moves.stream().map(Duration::toMillis).toList(), nodes.doubled());
      assertThat(moves).allSatisfy(moved -> assertThat(moved).isLessThan(Duration.ofSeconds(30)));
      nodes.assertShownOnce(POSTS);
    }
  }

  /** Kills the node that reads, waits for the other, and starts the first again. */
  private static Duration killed(Nodes nodes) throws Exception {
    String holder = nodes.holder("").orElseThrow();
    AppProcess reader = nodes.named(holder);
    reader.kill();
    long begin = System.nanoTime();
    assertThat(nodes.holder(holder)).as("another node reads it").isPresent();
    Duration moved = Duration.ofNanos(System.nanoTime() - begin);
    reader.start();
    reader.awaitReady(Nodes.LONGEST);
    return moved;
  }
}
