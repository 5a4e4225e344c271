package no.grenselos.feed.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LearnedLivenessTest {
  private final LearnedLiveness liveness = new LearnedLiveness();
  private Instant now = Instant.EPOCH;

  private void beats(int times, Duration gap) {
    for (int i = 0; i < times; i++) {
      liveness.beat(now);
      now = now.plus(gap);
    }
  }

  @Test
  void threeTimesTheUsualGapIsTooLong() {
    liveness.opened();
    beats(3, Duration.ofSeconds(60));

    assertThat(liveness.longestSilence()).isEqualTo(Duration.ofMinutes(3));
  }

  @Test
  void aQuickHeartGetsAMinute() {
    liveness.opened();
    beats(3, Duration.ofSeconds(15));

    assertThat(liveness.longestSilence()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void oneLateBeatMovesLittleAndThePauseBetweenConnectionsNothing() {
    liveness.opened();
    beats(3, Duration.ofSeconds(60));
    now = now.plusSeconds(60);
    beats(1, Duration.ZERO);
    assertThat(liveness.longestSilence()).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(4));

    Duration before = liveness.longestSilence();
    liveness.opened();
    now = now.plus(Duration.ofDays(3));
    beats(1, Duration.ZERO);
    assertThat(liveness.longestSilence()).isEqualTo(before);
  }

  @Test
  void aServerThatNeverBeatsIsGivenMoreTimeEachTime() {
    liveness.opened();
    assertThat(liveness.longestSilence()).isEqualTo(Duration.ofMinutes(3));
    liveness.opened();
    assertThat(liveness.longestSilence()).isEqualTo(Duration.ofMinutes(6));
    for (int i = 0; i < 9; i++) liveness.opened();
    assertThat(liveness.longestSilence()).isEqualTo(Duration.ofMinutes(30));
  }
}
