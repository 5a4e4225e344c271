package no.grenselos.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreatherTest {
  private static final Duration LEAST = Duration.ofMillis(500);

  private Duration time = Duration.ofDays(-3);
  private final Breather breather = new Breather(() -> time.toNanos());

  @Test
  void whatNeverWorkedNeedsNoRest() {
    assertThat(breather.after(LEAST)).isEqualTo(LEAST);
  }

  @Test
  void aTenthOfTheTimeIsWorked() {
    breather.effort(() -> pass(Duration.ofSeconds(1)));

    assertThat(breather.after(LEAST)).isEqualTo(Duration.ofSeconds(9));
    pass(Duration.ofSeconds(6));
    assertThat(breather.after(LEAST)).isEqualTo(Duration.ofSeconds(3));
    pass(Duration.ofSeconds(6));
    assertThat(breather.after(LEAST)).isEqualTo(LEAST);
  }

  @Test
  void littleEffortCostsNoMoreThanTheLeast() {
    breather.effort(() -> pass(Duration.ofMillis(20)));

    assertThat(breather.after(LEAST)).isEqualTo(LEAST);
  }

  @Test
  void noRestIsLongerThanTheLongest() {
    breather.effort(() -> pass(Duration.ofHours(1)));

    assertThat(breather.after(LEAST)).isEqualTo(Breather.LONGEST);
  }

  @Test
  void whatFailedIsRestedFromToo() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            breather.effort(() -> {
              pass(Duration.ofSeconds(2));
              throw new IllegalStateException("made for the test");
            }));

    assertThat(breather.after(LEAST)).isEqualTo(Duration.ofSeconds(18));
  }

  private void pass(Duration span) {
    time = time.plus(span);
  }
}
