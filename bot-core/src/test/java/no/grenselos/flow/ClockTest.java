package no.grenselos.flow;

import static no.grenselos.flow.TimeLine.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import no.grenselos.expert.Cap;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A clock that is set, forward or back, and the night on which all clocks are. */
class ClockTest {
  private static final Duration JUMP = Duration.ofHours(1);

  private final TimeLine line = new TimeLine(new Cap(50, 50));

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void aClockSetForwardWhileANudgeIsOnItsWaySendsItOnce() {
    line.at("09:00");
    line.slack.meanwhile(with("ana"), () -> line.pass(JUMP));

    line.post("1", "varmepumpe?");
    line.pass(Duration.ofMinutes(2));

    assertThat(line.nudged()).containsExactly("ana");
  }

  @Test
  void aClockSetForwardLosesNothingAndDoublesNothing() {
    line.at("09:00").post("1", "varmepumpe?");
    take("2");
    line.pass(JUMP);
    line.post("3", "varmepumpe?");

    assertThat(askedFirst()).containsExactlyInAnyOrder("1", "2", "3");
    assertNothingTwice();
  }

  /** What was in hand waits as long as the clock went back; what comes later does not. */
  @Test
  void aClockSetBackLosesNothingAndDoublesNothing() {
    line.at("11:00").post("1", "varmepumpe?");
    take("2");
    line.clock().pass(JUMP.negated());
    line.settle();
    line.post("3", "varmepumpe?");

    assertThat(askedFirst()).containsExactlyInAnyOrder("1", "3");
    line.pass(JUMP);
    assertThat(askedFirst()).containsExactlyInAnyOrder("1", "2", "3");
    assertNothingTwice();
  }

  @Test
  void aNudgeThatWasOnItsWayWhenTheClockWasSetBackIsSentOnce() {
    line.at("11:00");
    line.slack.meanwhile(
        with("ana"),
        () -> {
          line.clock().pass(JUMP.negated());
          line.settle();
        });

    line.post("1", "varmepumpe?");
    line.pass(Duration.ofMinutes(2));

    assertThat(line.nudged()).containsExactly("ana");
  }

  /** On 25 October 2026 Oslo's clocks go from 03:00 back to 02:00. */
  @Test
  void anOfferOverTheNightOfTheChangeHasItsWholeWorkingTime() {
    for (int day = 0; day < 38; day++) line.nextDay();
    line.at("15:50").post("1", "varmepumpe?");

    line.nextDay().nextDay().nextDay().at("08:19");
    assertThat(line.nudged()).containsExactly("ana");
    line.at("08:21");
    assertThat(line.nudged()).containsExactly("ana", "ben");
    assertNothingTwice();
  }

  /** Kept, and not worked on yet. */
  private void take(String id) {
    MentionEvent post =
        new MentionEvent.Posted(line.mention(id, "", "varmepumpe?", MentionKind.POST, null));
    assertThat(line.take(post)).isEqualTo(1);
  }

  /** The posts that somebody was nudged about. */
  private List<String> askedFirst() {
    return List.of("1", "2", "3").stream()
        .filter(post ->
            line.maybeTicket(post).stream()
                .flatMap(
                    ticket -> line.store.read(books -> books.placements().of(ticket.id())).stream())
                .anyMatch(card -> card.message() != null))
        .toList();
  }

  private void assertNothingTwice() {
    assertThat(line.slack.all())
        .extracting(ScriptedHouse.Shown::id)
        .as("messages of one card")
        .doesNotHaveDuplicates();
  }
}
