package no.grenselos.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import no.grenselos.chat.CallRate;
import org.junit.jupiter.api.Test;

class SlackQuotaTest {
  private Instant now = Instant.parse("2026-09-15T08:00:00Z");
  private final SlackQuota quota =
      new SlackQuota(
          new Clock() {
            @Override
            public Instant instant() {
              return now;
            }

            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }
          });

  @Test
  void whatWasCalledInTheLastMinuteIsTold() {
    quota.turn("pins.add");
    quota.turn("chat.update");
    quota.turn("chat.update");
    quota.turn("no.such.method");

    assertThat(quota.rates())
        .containsExactly(
            new CallRate("chat.update", 2, OptionalInt.empty(), Duration.ZERO),
            new CallRate("pins.add", 1, OptionalInt.of(20), Duration.ZERO));
  }

  @Test
  void whatSlackPutOffIsToldWithItsRestAndForgottenAfterwards() {
    quota.turn("pins.add");
    quota.pause("pins.add", Duration.ofSeconds(90));
    now = now.plusSeconds(70);

    assertThat(quota.rates())
        .containsExactly(new CallRate("pins.add", 0, OptionalInt.of(20), Duration.ofSeconds(20)));
    now = now.plusSeconds(20);
    assertThat(quota.rates()).isEmpty();
  }

  @Test
  void aClockThatIsSetBackMakesNoRestLonger() {
    quota.pause("chat.update", Duration.ofSeconds(30));
    now = now.minus(Duration.ofHours(1));

    assertThat(quota.turn("chat.update")).isEqualTo(Duration.ofSeconds(30));
    now = now.plusSeconds(30);
    assertThat(quota.turn("chat.update")).isZero();
  }
}
