package no.grenselos.flow;

import static no.grenselos.flow.TimeLine.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a node that stops leaves to others; nobody waits for a lease, which is half a minute. */
class HandOverTest {
  private static final int AT_ONCE = 64;
  private static final int MANY = AT_ONCE + 6;

  private final TimeLine line = new TimeLine();
  private final Rounds stopping = new Rounds(line.desk, List.of(line.slack), Runnable::run);

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void whatIsTakenAndNotBegunGoesToAnotherNodeAtOnce() {
    line.at("09:00");
    int came = line.take(post("1"), post("2"), post("3"));
    stopping.leave();
    Duration unused = stopping.mentions();
    boolean waits = line.store.read(books -> books.mentionInbox().waiting()) == 3;

    line.settle();

    assertThat(came).isEqualTo(3);
    assertThat(waits).as("nothing was begun").isTrue();
    for (String id : List.of("1", "2", "3")) assertThat(line.maybeTicket(id)).isPresent();
  }

  @Test
  void whatIsTakenWhileOthersAreKeptIsNextAndNotTakenTwice() {
    takeMany();
    assertThat(stopping.mentions()).isZero();
    assertThat(waiting()).as("more than are taken at once").isEqualTo(MANY - AT_ONCE);

    Rounds other = new Rounds(line.desk, List.of(line.slack), Runnable::run);
    Duration unused = other.mentions();
    assertThat(waiting()).as("taken by the other node").isEqualTo(MANY - AT_ONCE);

    assertThat(stopping.mentions()).isZero();
    assertThat(waiting()).isZero();
  }

  @Test
  void whatIsTakenWhileOthersAreKeptGoesToAnotherNodeAtOnceWhenThisOneStops() {
    takeMany();
    assertThat(stopping.mentions()).isZero();
    stopping.leave();
    stopping.letGo();
    assertThat(waiting()).isEqualTo(MANY - AT_ONCE);

    line.settle();

    assertThat(waiting()).isZero();
  }

  private void takeMany() {
    line.at("09:00");
    MentionEvent[] many =
        IntStream.range(0, MANY)
            .mapToObj(i -> line.mention("" + i, "", "god morgen " + i, MentionKind.POST, null))
            .map(MentionEvent.Posted::new)
            .toArray(MentionEvent[]::new);
    assertThat(line.take(many)).isEqualTo(MANY);
  }

  private long waiting() {
    return line.store.read(books -> books.mentionInbox().waiting());
  }

  @Test
  void aNodeThatStopsBeginsNoErrand() throws Exception {
    readsOne();
    stopping.leave();
    Duration unused = stopping.errands();

    assertThat(line.slack.all()).isEmpty();
    line.settle();
    assertThat(line.nudged()).containsExactly("ana");
  }

  @Test
  void aCallWithoutAnAnswerAtTheEndIsLookedForByAnotherNodeSoon() throws Exception {
    readsOne();
    List<Long> waiting = new ArrayList<>();
    line.slack.onceThere(
        with("ana"),
        () -> {
          stopping.leave();
          stopping.handOver();
          line.pass(Duration.ofSeconds(10));
          waiting.add(line.store.read(books -> books.outbox().waiting()));
        });
    Duration unused = stopping.errands();

    assertThat(waiting).as("left by the others").containsExactly(0L);
    assertThat(line.nudged()).containsExactly("ana");
  }

  private void readsOne() {
    line.at("09:00");
    assertThat(line.take(post("1"))).isEqualTo(1);
    assertThat(stopping.mentions()).isZero();
  }

  private MentionEvent post(String id) {
    return new MentionEvent.Posted(line.mention(id, "", "varmepumpe?", MentionKind.POST, null));
  }
}
