package no.grenselos.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OnwardClockTest {
  private static final Instant NOON = Instant.parse("2026-09-15T12:00:00Z");

  private Instant machine = NOON;
  private final Clock clock =
      new OnwardClock(((InstantSource) () -> machine).withZone(ZoneOffset.UTC));

  @Test
  void itIsAsTheOtherWhileThatGoesOn() {
    assertThat(clock.instant()).isEqualTo(NOON);
    passes(Duration.ofHours(3));
    assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofHours(3)));
  }

  @Test
  void whatLastsAMinuteLastsAMinuteWhenTheOtherIsSetBack() {
    Instant begin = clock.instant();
    passes(Duration.ofSeconds(20));
    assertThat(clock.instant()).isEqualTo(begin.plusSeconds(20));
    passes(Duration.ofHours(-1));
    assertThat(clock.instant()).isEqualTo(begin.plusSeconds(20));
    passes(Duration.ofSeconds(40));
    assertThat(clock.instant()).isEqualTo(begin.plusSeconds(60));
  }

  @Test
  void setBackTwiceItStillGoesOn() {
    Instant begin = clock.instant();
    for (int i = 0; i < 2; i++) {
      passes(Duration.ofMinutes(-5));
      assertThat(clock.instant()).isEqualTo(begin.plusSeconds(i));
      passes(Duration.ofSeconds(1));
      assertThat(clock.instant()).isEqualTo(begin.plusSeconds(i + 1));
    }
  }

  private void passes(Duration time) {
    machine = machine.plus(time);
  }
}
