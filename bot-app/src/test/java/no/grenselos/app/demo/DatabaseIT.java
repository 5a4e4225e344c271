package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes of the jar as it is shipped whose PostgreSQL is stopped while posts come in and
 * cards go out, and started again with what it held.
 */
class DatabaseIT {
  private static final int POSTS = 160;
  private static final int STOPS = 3;
  private static final Duration BETWEEN_POSTS = Duration.ofMillis(300);
  private static final Duration AWAY = Duration.ofSeconds(4);
  private static final Duration BETWEEN_STOPS = Duration.ofSeconds(6);
  private static final Duration BACKLOG = Duration.ofMinutes(3);

  @TempDir Path temp;

  @Test
  void aDatabaseThatIsStoppedAndStartedLosesNothingAndDoublesNothing() throws Exception {
    Database database = Database.start(temp.resolve("postgres"));
    try (Nodes nodes = Nodes.open(temp, 2, TestHouse.BRISK, database, Map.of())) {
      nodes.start();
      Thread outside = nodes.ask(POSTS, BETWEEN_POSTS);
      for (int stop = 0; stop < STOPS; stop++) {
        Thread.sleep(BETWEEN_STOPS);
        database.stop();
        Thread.sleep(AWAY);
        database.start();
      }
      outside.join();

      nodes.awaitCards(POSTS, BACKLOG);
      nodes.stop();
      System.out.printf(
          "a database stopped %d times for %d s: %d posts, lost %d, doubled %d, longest stall %d"
              + " ms%n",
          STOPS,
          AWAY.toSeconds(),
          POSTS,
          POSTS - Facts.cards(nodes.world()).size(),
          nodes.doubled(),
          KillIT.longestStall(nodes.world()).toMillis());
      nodes.assertShownOnce(POSTS);
      assertThat(nodes.handled()).isEqualTo(POSTS);
    }
  }
}
