package no.grenselos.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import no.grenselos.chat.MovedClock;
import org.junit.jupiter.api.Test;

class TeamsPaceTest {
  private final MovedClock clock = new MovedClock();
  private final TeamsPace pace = new TeamsPace(clock);

  @Test
  void seventhIsSentAtOnceAndTheEighthWaitsForTheFirstToBeASecondOld() {
    for (int i = 0; i < 7; i++) assertThat(pace.turn("a")).isZero();

    assertThat(pace.turn("a")).isEqualTo(Duration.ofSeconds(1));
    assertThat(pace.turn("b")).isZero();
    clock.forward(Duration.ofSeconds(1));
    assertThat(pace.turn("a")).isZero();
    assertThat(pace.turn("a")).as("8 in 2 s").isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aClockThatIsSetBackMakesNobodyWaitLonger() {
    for (int i = 0; i < 7; i++) assertThat(pace.turn("a")).isZero();
    pace.pause("b", Duration.ofSeconds(40));
    clock.forward(Duration.ofHours(-1));

    assertThat(pace.turn("a")).isEqualTo(Duration.ofSeconds(1));
    assertThat(pace.turn("b")).isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void threadsOfAChannelCountTogether() {
    for (int i = 0; i < 7; i++) assertThat(pace.turn("19:x;messageid=" + i)).isZero();

    assertThat(pace.turn("19:x")).isPositive();
  }

  @Test
  void allConversationsTogetherKeepWithinThirtyASecond() {
    for (int i = 0; i < 20; i++) assertThat(pace.turn("c" + i)).isZero();
    for (int i = 0; i < 10; i++) assertThat(pace.turn()).isZero();

    assertThat(pace.turn("another")).isEqualTo(Duration.ofSeconds(1));
    assertThat(pace.turn()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void conversationRestsWhenTeamsSaysSo() {
    pace.pause("a", Duration.ofSeconds(40));
    pace.pause("a", Duration.ofSeconds(5));

    assertThat(pace.turn("a")).isEqualTo(Duration.ofSeconds(40));
    assertThat(pace.turn("b")).isZero();
    clock.forward(Duration.ofSeconds(40));
    assertThat(pace.turn("a")).isZero();
  }

  @Test
  void hourIsKeptWithinToo() {
    int sent = 0;
    for (int second = 0; second < 3_599; second++) {
      if (pace.turn("a").isZero()) sent++;
      clock.forward(Duration.ofSeconds(1));
    }

    assertThat(sent).isEqualTo(1_800);
    clock.forward(Duration.ofSeconds(1));
    assertThat(pace.turn("a")).isZero();
  }

  record Step(String conversation, long millis) {}

  @Provide
  Arbitrary<List<Step>> walks() {
    Arbitrary<Long> millis =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.longs().between(0, 30)),
            Tuple.of(3, Arbitraries.longs().between(0, 1_500)),
            Tuple.of(1, Arbitraries.longs().between(0, 40_000)));
    return Combinators.combine(Arbitraries.of("a", "b", "c", "d", "e", "f"), millis)
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(400);
  }

  /** Whoever counts all calls one by one comes to the same turns and waits. */
  @Property(tries = 300)
  void turnsAreThoseOfACount(@ForAll("walks") List<Step> walk) {
    MovedClock moved = new MovedClock();
    TeamsPace tried = new TeamsPace(moved);
    Map<String, List<Instant>> calls = new HashMap<>();
    List<Instant> all = new ArrayList<>();
    for (Step step : walk) {
      moved.forward(Duration.ofMillis(step.millis()));
      Instant now = moved.instant();
      List<Instant> own = calls.computeIfAbsent(step.conversation(), key -> new ArrayList<>());

      Duration wait = tried.turn(step.conversation());

      assertThat(wait.isZero()).isEqualTo(isFree(own, all, now));
      if (wait.isZero()) {
        own.add(now);
        all.add(now);
      } else {
        assertThat(isFree(own, all, now.plus(wait))).isTrue();
        assertThat(isFree(own, all, now.plus(wait).minusNanos(1))).isFalse();
      }
    }
  }

  private static boolean isFree(List<Instant> own, List<Instant> all, Instant at) {
    return within(own, at, 1) < 7
        && within(own, at, 2) < 8
        && within(own, at, 30) < 60
        && within(own, at, 3_600) < 1_800
        && within(all, at, 1) < 30;
  }

  private static long within(List<Instant> calls, Instant at, int seconds) {
    Instant since = at.minusSeconds(seconds);
    return calls.stream().filter(call -> call.isAfter(since)).count();
  }
}
