package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes of the jar as it is shipped, on one PostgreSQL, stopped one after the other as a
 * rolling restart does, in the middle of work and with a Slack that hangs. Leases last two minutes
 * here: whoever had to wait for one would show. Their logs are JSON, and are read as such.
 */
class ShutdownIT {
  private static final int POSTS = 160;
  private static final Duration BETWEEN_POSTS = Duration.ofMillis(300);
  private static final Duration BACKLOG = Duration.ofMinutes(2);

  /** As the lease is longer, a handed over entry is not one whose lease ended. */
  private static final String LEASE = "lease: 120s\n";

  @TempDir Path temp;

  /**
   * One stop.
   *
   * @param took from SIGTERM to the end of the process
   * @param moved from SIGTERM until another node read the feed
   * @param notReady whether it said that it is not ready while it still answered
   */
  private record Stopped(Duration took, Duration moved, boolean notReady) {}

  @Test
  void aRollingRestartLosesNothingDoublesNothingAndNobodyWaitsForALease() throws Exception {
    Database database = Database.start(temp.resolve("postgres"));
    Map<String, String> json = Map.of("GRENSELOS_LOG", "json");
    try (Nodes nodes = Nodes.open(temp, 2, LEASE, database, json)) {
      nodes.start();
      Thread outside = nodes.ask(POSTS, BETWEEN_POSTS);

      List<Stopped> stops = new ArrayList<>();
      stops.add(stopped(nodes, Duration.ofMillis(1500)));
      stops.add(stopped(nodes, Duration.ofSeconds(40)));
      outside.join();

      nodes.awaitCards(POSTS, BACKLOG);
      nodes.stop();
      check(nodes, stops);
      oneIdFindsAllStepsInTheLogs(nodes);
    }
  }

  /** Stops the node that reads while Slack answers that slowly, and starts it again. */
  private static Stopped stopped(Nodes nodes, Duration slow) throws Exception {
    World world = nodes.world();
    String holder = nodes.holder("").orElseThrow();
    AppProcess reader = nodes.named(holder);
    world.slack().weather().slow(slow);
    int calls = world.slack().calls().size();
    boolean busy = world.slack().await(slack -> slack.calls().size() > calls + 2, Nodes.LONGEST);
    assertThat(busy).as("calls to Slack in the air").isTrue();

    long begin = System.nanoTime();
    reader.term();
    long[] moved = new long[1];
    Thread mover = Thread.ofPlatform().daemon().start(() -> moved[0] = moved(nodes, holder, begin));
    boolean notReady = false;
    while (reader.isAlive() && System.nanoTime() - begin < Duration.ofSeconds(30).toNanos()) {
      notReady |= reader.health().startsWith("503 ");
      Thread.sleep(25);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    mover.join();
    world.slack().weather().slow(Duration.ZERO);
    reader.start();
    reader.awaitReady(Nodes.LONGEST);
    return new Stopped(took, Duration.ofNanos(moved[0]), notReady);
  }

  private static long moved(Nodes nodes, String from, long begin) {
    try {
      boolean there = nodes.holder(from).isPresent();
      return there ? System.nanoTime() - begin : Long.MAX_VALUE;
    } catch (InterruptedException e) {
      return Long.MAX_VALUE;
    }
  }

  private static void check(Nodes nodes, List<Stopped> stops) {
    Duration stall = KillIT.longestStall(nodes.world());
    System.out.printf(
        "stopped in order: %s, %d posts, %d cards, doubled %d, longest stall %d ms%n",
        stops, POSTS, Facts.cards(nodes.world()).size(), nodes.doubled(), stall.toMillis());

    assertThat(stops)
        .allSatisfy(stop -> {
          assertThat(stop.took()).isLessThan(Duration.ofSeconds(10));
          assertThat(stop.moved()).isLessThan(Duration.ofSeconds(7));
          assertThat(stop.notReady()).as("not ready while it still answered").isTrue();
        });
    assertThat(stall).as("nobody waited for a lease to end").isLessThan(Duration.ofSeconds(50));
    nodes.assertShownOnce(POSTS);
  }

  /** Each line is JSON, and a post's id alone leads to all that was done for it. */
  private static void oneIdFindsAllStepsInTheLogs(Nodes nodes) throws Exception {
    String post =
        nodes
            .store()
            .read(books -> books.tickets().find(new TicketId(1)))
            .orElseThrow()
            .mention()
            .toString();
    ObjectMapper json = new ObjectMapper();
    Set<String> steps = new HashSet<>();
    int lines = 0;
    for (AppProcess node : nodes.all()) {
      for (String line : node.lines()) {
        // on standard output, which is no log: the first way into the console
        if (!line.startsWith("{")) {
          assertThat(line).contains("console");
          continue;
        }
        JsonNode one = json.readTree(line);
        lines++;
        assertThat(one.path("level").asText()).isNotEmpty();
        if (one.toString().contains(post))
          steps.add(one.path("formattedMessage").asText().split(" ")[0]);
        assertThat(line).as("no post's words").doesNotContain("howl at night");
      }
    }

    assertThat(lines).isGreaterThan(POSTS);
    assertThat(steps)
        .contains("mention.received", "ticket.opened", "ticket.offered", "nudge.delivered");
  }
}
