package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar as it is shipped, its SQLite on a small file system that is full three times while posts
 * come in. By hand, as only an administrator may mount one:
 *
 * <pre>{@code
 * mkdir /tmp/small && mount -t tmpfs -o size=48m small /tmp/small
 * mvn verify -pl bot-app -am -Dtest=none -Dit.test=FullDiskRun -Dfull.disk=/tmp/small \
 *   -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
 * }</pre>
 */
class FullDiskRun {
  private static final int POSTS = 160;
  private static final int TIMES = 3;
  private static final long LARGEST = 512L << 20;
  private static final Duration BETWEEN_POSTS = Duration.ofMillis(250);
  private static final Duration SPELL = Duration.ofSeconds(6);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Path disk = Path.of(System.getProperty("full.disk", "not named: -Dfull.disk="));

  @TempDir Path temp;

  @Test
  void aDiskThatIsFullLosesNothingAndDoublesNothing() throws Exception {
    FileStore small = Files.getFileStore(disk);
    assertThat(small.getTotalSpace()).as("a file system of its own").isLessThan(LARGEST);
    try (Nodes nodes = Nodes.open(temp, 1, TestHouse.BRISK, Engine.File.in(disk), Map.of())) {
      nodes.start(LONGEST);
      Thread outside = nodes.ask(POSTS, BETWEEN_POSTS);
      int refusals = 0;
      for (int time = 0; time < TIMES; time++) refusals += full(nodes.all().getFirst());
      outside.join();

      nodes.awaitCards(POSTS, LONGEST);
      nodes.stop();
      System.out.printf(
          "a file system full %d times for %d s, said %d times: %d posts, lost %d, doubled %d,"
              + " longest stall %d ms%n",
          TIMES,
          SPELL.toSeconds(),
          refusals,
          POSTS,
          POSTS - Facts.cards(nodes.world()).size(),
          nodes.doubled(),
          KillIT.longestStall(nodes.world()).toMillis());
      assertThat(refusals).as("times it was said").isPositive();
      nodes.assertShownOnce(POSTS);
    }
  }

  /** Fills what is left of the disk, makes room again, and says how often the log spoke of it. */
  private int full(AppProcess app) throws IOException, InterruptedException {
    Thread.sleep(SPELL);
    long before = app.noted("is full");
    Path ballast = disk.resolve("ballast");
    try (OutputStream out = Files.newOutputStream(ballast)) {
      byte[] block = new byte[4096];
      while (true) out.write(block);
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
    Thread.sleep(SPELL);
    Files.delete(ballast);
    return Math.toIntExact(app.noted("is full") - before);
  }
}
