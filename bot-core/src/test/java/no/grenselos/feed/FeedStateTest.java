package no.grenselos.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class FeedStateTest {
  private static final Instant T0 = Instant.parse("2026-09-01T08:00:00Z");

  private static Instant day(double days) {
    return T0.plusSeconds(Math.round(days * 86_400));
  }

  private static FeedState posted(FeedState state, double day) {
    return state.afterPage(day(day), 1, day(day));
  }

  /** Watched for ten days, with a post every eight hours, the last at day ten. */
  private static FeedState usual() {
    FeedState state = FeedState.begun(T0);
    for (int third = 0; third <= 30; third++) state = posted(state, third / 3.0);
    return state;
  }

  @Test
  void silenceIsUnusualBeyondTwiceTheLongestOfLate() {
    FeedState state = usual();

    assertThat(state.unusualSilence(day(10 + 15 / 24.0))).isEmpty();
    assertThat(state.unusualSilence(day(10 + 17 / 24.0))).contains(Duration.ofHours(17));
  }

  @Test
  void aLongWeekendIsRememberedAndFades() {
    FeedState weekend = posted(usual(), 13);

    assertThat(weekend.unusualSilence(day(18.9))).isEmpty();
    FeedState later = weekend;
    for (int third = 1; third <= 42; third++) later = posted(later, 13 + third / 3.0);
    // fourteen days later it counts for half: a day and a half, so three days are usual still
    assertThat(later.unusualSilence(day(27 + 2.9))).isEmpty();
    assertThat(later.unusualSilence(day(27 + 3.1))).isPresent();
  }

  @Test
  void nothingIsUnusualBeforeAWeekOrBelowAnHourOrWithoutAnyPost() {
    FeedState young = posted(posted(FeedState.begun(T0), 0.1), 0.2);
    assertThat(young.unusualSilence(day(6.9))).isEmpty();
    assertThat(young.unusualSilence(day(7.1))).isPresent();

    FeedState busy = FeedState.begun(T0);
    for (int minute = 0; minute <= 60 * 24 * 8; minute += 10) busy = posted(busy, minute / 1440.0);
    assertThat(busy.unusualSilence(day(8).plusSeconds(3_599))).isEmpty();
    assertThat(busy.unusualSilence(day(8).plusSeconds(3_601))).isPresent();

    assertThat(FeedState.begun(T0).afterPage(day(1), 0, null).unusualSilence(day(99))).isEmpty();
  }

  @Test
  void troubleLastsAfterTenMinutesAndEndsWithAPage() {
    FeedState failed = FeedState.begun(T0).afterTrouble(T0, "HTTP 500");
    FeedState again = failed.afterTrouble(T0.plusSeconds(599), "HTTP 502");

    assertThat(again.lastingTrouble(T0.plusSeconds(599))).isEmpty();
    assertThat(again.lastingTrouble(T0.plusSeconds(600))).contains("HTTP 502");
    assertThat(again.troubledSince()).isEqualTo(T0);
    FeedState mended = again.afterPage(T0.plusSeconds(700), 0, null);
    assertThat(mended.lastingTrouble(T0.plusSeconds(9_999))).isEmpty();
    assertThat(mended.lookedAt()).isEqualTo(T0.plusSeconds(700));
  }

  @Test
  void postsAreCountedByMonthsOfUtc() {
    Instant lastMoment = Instant.parse("2026-09-30T23:59:59Z");
    FeedState september = FeedState.begun(lastMoment).afterPage(lastMoment, 40, lastMoment);
    september = september.afterPage(lastMoment, 2, lastMoment);

    assertThat(september.postsIn(YearMonth.of(2026, 9))).isEqualTo(42);
    Instant next = lastMoment.plusSeconds(1);
    FeedState october = september.afterPage(next, 5, next);
    assertThat(october.postsIn(YearMonth.of(2026, 10))).isEqualTo(5);
    assertThat(october.postsIn(YearMonth.of(2026, 9))).isZero();
  }

  @Test
  void lagIsHowOldTheNewestPostWasAndNeverNegative() {
    FeedState read = FeedState.begun(T0).afterPage(T0, 3, T0.minusSeconds(90));
    assertThat(read.lag()).isEqualTo(Duration.ofSeconds(90));
    assertThat(read.afterPage(T0.plusSeconds(5), 0, null).lag()).isEqualTo(Duration.ofSeconds(90));
    assertThat(read.afterPage(T0, 1, T0.plusSeconds(7)).lag()).isEqualTo(Duration.ZERO);
  }

  @Test
  void postsAnHourAreThoseOfLate() {
    FeedState steady = FeedState.begun(T0);
    for (int minute = 0; minute < 60 * 24 * 3; minute += 6) {
      steady = steady.afterPage(day(minute / 1440.0), 1, day(minute / 1440.0));
    }
    assertThat(steady.postsPerHour(day(3))).isBetween(9.5, 10.5);
    assertThat(steady.postsPerHour(day(3.25))).as("six hours later").isBetween(4.7, 5.3);

    FeedState young = FeedState.begun(T0).afterPage(T0.plusSeconds(60), 40, T0);
    assertThat(young.postsPerHour(T0.plusSeconds(60))).isBetween(40.0, 44.0);
    assertThat(FeedState.begun(T0).postsPerHour(day(1))).isZero();
  }
}
