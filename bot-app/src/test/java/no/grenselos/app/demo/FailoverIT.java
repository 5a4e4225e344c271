package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes of the jar as it is shipped on a pair of PostgreSQL, of which the first is lost
 * while posts come in and cards go out, and the second takes its place.
 */
class FailoverIT {
  private static final int POSTS = 160;
  private static final Duration BETWEEN_POSTS = Duration.ofMillis(200);
  private static final Duration BEFORE = Duration.ofSeconds(10);

  /** Until somebody, or something, decides that it does not come back. */
  private static final Duration NOBODY = Duration.ofSeconds(4);

  private static final Duration BACKLOG = Duration.ofMinutes(3);

  @TempDir Path temp;

  @Test
  void aDatabaseThatIsLostForGoodLosesNothingAndDoublesNothing() throws Exception {
    DatabasePair pair = DatabasePair.start(temp.resolve("postgres"));
    try (Nodes nodes = Nodes.open(temp, 2, TestHouse.BRISK, pair, Map.of())) {
      nodes.start();
      Thread outside = nodes.ask(POSTS, BETWEEN_POSTS);
      Thread.sleep(BEFORE);
      pair.loseTheFirst();
      Thread.sleep(NOBODY);
      pair.promoteTheSecond();
      int shown = Facts.cards(nodes.world()).size();
      outside.join();

      nodes.awaitCards(POSTS, BACKLOG);
      nodes.stop();
      System.out.printf(
          "a database lost, another in its place after %d s: %d posts, %d shown before, lost %d,"
              + " doubled %d, longest stall %d ms%n",
          NOBODY.toSeconds(),
          POSTS,
          shown,
          POSTS - Facts.cards(nodes.world()).size(),
          nodes.doubled(),
          KillIT.longestStall(nodes.world()).toMillis());
      assertThat(shown).as("cards before").isBetween(1, POSTS - 1);
      nodes.assertShownOnce(POSTS);
      assertThat(nodes.handled()).isEqualTo(POSTS);
    }
  }
}
