package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import no.grenselos.chat.PlacementId;
import no.grenselos.ticket.TicketState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three processes of the jar as it is shipped on one PostgreSQL, behind a balancer, with the lease
 * as it is by default: while 5,000 posts come in and two people press on each card of the queue at
 * once, nodes are killed, and then each is restarted in order. What counts is what the outside saw.
 */
class NodesIT {
  /** Fewer where the machine has other work: -Dnodes.posts=1000. */
  private static final int POSTS = Integer.getInteger("nodes.posts", 5_000);

  private static final int ASKED = POSTS / 40;
  private static final int QUEUED = POSTS / 125;
  private static final int KILLS = 3;
  private static final Duration BETWEEN_POSTS = Duration.ofMillis(12);
  private static final Duration BACKLOG = Duration.ofMinutes(5);

  /** What the death of a node may cost. */
  private static final Duration MOST = Duration.ofSeconds(30);

  private final Random random = new Random(20_261_128);
  private Duration slowestStart = Duration.ZERO;

  @TempDir Path temp;

  @Test
  void nodesThatDieOrAreRestartedLoseNothingAndSayNothingTwice() throws Exception {
    try (Nodes nodes = Nodes.open(temp, 3, "");
        Balancer balancer = new Balancer(nodes.all().stream().map(AppProcess::door).toList())) {
      nodes.start();
      nodes.world().slack().deliverTo(balancer.door());
      DeskHands desk = new DeskHands(nodes.world());
      Thread inside = Thread.ofPlatform().daemon().start(desk);
      Thread outside = nodes.post(POSTS, BETWEEN_POSTS, NodesIT::words);

      for (int kill = 0; kill < KILLS; kill++) kill(nodes.all().get(random.nextInt(3)));
      for (AppProcess node : nodes.all()) restart(node);
      outside.join();

      // the queue's board is a card too
      nodes.awaitCards(ASKED + QUEUED + 1, BACKLOG);
      Await.until(
          () -> nodes.handled() + " handled",
          BACKLOG,
          () -> desk.taken().size() == QUEUED && nodes.handled() == POSTS);
      inside.interrupt();
      inside.join();
      nodes.stop();
      check(nodes, desk);
    }
  }

  private static String words(int number) {
    if (number % 40 == 3) return "Does a heat pump howl at night?";
    return number % 125 == 7 ? "I opened a ticket and nobody calls" : "Nothing but weather today";
  }

  private void kill(AppProcess node) throws Exception {
    Thread.sleep(1_000 + random.nextInt(4_000));
    node.kill();
    start(node);
  }

  private void restart(AppProcess node) throws Exception {
    assertThat(node.stop()).as("ended in order").isTrue();
    start(node);
  }

  private void start(AppProcess node) throws Exception {
    long begin = System.nanoTime();
    node.start();
    node.awaitReady(Nodes.LONGEST);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    if (took.compareTo(slowestStart) > 0) slowestStart = took;
  }

  private void check(Nodes nodes, DeskHands desk) {
    Map<String, Integer> cards = Facts.cards(nodes.world());
    long boards = nodes.count("board.delivered");
    Duration stall = KillIT.longestStall(nodes.world());
    System.out.printf(
        "three nodes on PostgreSQL: %d posts, %d handled, %d kills and 3 restarts, %d nudged,"
            + " %d claimed once of %d that two people took at once, lost %d, doubled %d,"
            + " longest stall %d ms, slowest start %d ms%n",
        POSTS,
        nodes.handled(),
        KILLS,
        cards.size() - boards,
        nodes.count("ticket.claimed"),
        QUEUED,
        ASKED + QUEUED + boards - cards.size(),
        nodes.doubled(),
        stall.toMillis(),
        slowestStart.toMillis());

    assertThat(nodes.handled()).as("posts handled").isEqualTo(POSTS);
    assertThat(nodes.count("ticket.opened")).as("tickets").isEqualTo(ASKED + QUEUED);
    assertThat((long) cards.size()).as("cards shown").isEqualTo(ASKED + QUEUED + boards);
    assertThat(cards.values()).as("times each was shown").containsOnly(1);
    assertThat(desk.taken()).as("cards that were pressed").hasSize(QUEUED);
    assertThat(desk.taken().keySet()).as("each is claimed").allMatch(card -> claimed(nodes, card));
    assertThat(nodes.count("ticket.claimed")).as("and once").isEqualTo(QUEUED);
    nodes.assertNothingSetAside();
    assertThat(stall).isLessThan(MOST.plus(slowestStart));
  }

  private static boolean claimed(Nodes nodes, String card) {
    return nodes
        .store()
        .read(books ->
            books
                .placements()
                .find(PlacementId.parse(card))
                .flatMap(placement -> placement.ticket().flatMap(books.tickets()::find))
                .filter(ticket -> ticket.state() instanceof TicketState.Claimed)
                .isPresent());
  }
}
