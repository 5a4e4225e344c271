package no.grenselos.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import no.grenselos.chat.MovedClock;
import org.junit.jupiter.api.Test;

class SlackPaceTest {
  private final MovedClock clock = new MovedClock();
  private final SlackPace pace = new SlackPace(clock);

  @Test
  void threeAreSentAtOnceAndThenOneASecond() {
    for (int i = 0; i < 3; i++) assertThat(pace.turn("C1")).isZero();

    assertThat(pace.turn("C1")).isEqualTo(Duration.ofSeconds(1));
    assertThat(pace.turn("C2")).isZero();
    clock.forward(Duration.ofSeconds(1));
    assertThat(pace.turn("C1")).isZero();
    assertThat(pace.turn("C1")).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aChannelRestsWhenSlackSaysSo() {
    pace.pause("C1", Duration.ofSeconds(40));
    pace.pause("C1", Duration.ofSeconds(5));

    assertThat(pace.turn("C1")).isEqualTo(Duration.ofSeconds(40));
    assertThat(pace.turn("C2")).isZero();
    clock.forward(Duration.ofSeconds(40));
    assertThat(pace.turn("C1")).isZero();
  }

  @Test
  void aClockThatIsSetBackMakesNobodyWaitLonger() {
    for (int i = 0; i < 3; i++) assertThat(pace.turn("C1")).isZero();
    pace.pause("C2", Duration.ofSeconds(40));
    clock.forward(Duration.ofHours(-1));

    assertThat(pace.turn("C1")).isEqualTo(Duration.ofSeconds(1));
    assertThat(pace.turn("C2")).isEqualTo(Duration.ofSeconds(40));
  }
}
