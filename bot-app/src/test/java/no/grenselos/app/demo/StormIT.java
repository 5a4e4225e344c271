package no.grenselos.app.demo;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar as it is shipped, on PostgreSQL, and a minute in which 100,000 posts are written, of
 * which one of fifty is for somebody; 5,000 unless {@code -Dstorm.posts} says otherwise.
 */
class StormIT {
  private static final int POSTS = Integer.getInteger("storm.posts", 5_000);
  private static final int ONE_OF = 50;
  private static final int SHOWN = 1 + POSTS / ONE_OF;

  /** What the stand-in lets an app post in a minute, over all channels. */
  private static final int SLACKS_PACE = 300;

  private static final Duration BACKLOG = Duration.ofMinutes(4 + SHOWN / SLACKS_PACE);

  @TempDir Path temp;

  @Test
  void aStormLosesNothingAndDoublesNothing() throws Exception {
    try (Nodes nodes = Nodes.open(temp, 1, "")) {
      nodes.start();
      World world = nodes.world();
      // its first look goes back four hundred posts only: what stands there then is history
      world.network().post("kari", "Does a heat pump howl at night? #fjell");
      nodes.awaitCards(1, BACKLOG);

      long begin = System.nanoTime();
      for (int i = 0; i < POSTS; i++) {
        String words =
            i % ONE_OF == 0 ? "Does a heat pump howl at night?" : "Nothing but weather here today";
        world.network().post("kari", words + " #fjell no. " + i);
      }
      Duration written = Duration.ofNanos(System.nanoTime() - begin);
      nodes.awaitCards(SHOWN, BACKLOG);
      Duration shown = Duration.ofNanos(System.nanoTime() - begin);

      // the last that are for nobody may still be read
      Await.until(() -> nodes.handled() + " handled", BACKLOG, () -> nodes.handled() == 1 + POSTS);
      nodes.stop();
      nodes.assertShownOnce(SHOWN);
      System.out.printf(
          "a storm of %d posts, written in %d ms: all messages shown after %d s, lost %d, doubled"
              + " %d%n",
          POSTS,
          written.toMillis(),
          shown.toSeconds(),
          SHOWN - Facts.cards(world).size(),
          nodes.doubled());
    }
  }
}
