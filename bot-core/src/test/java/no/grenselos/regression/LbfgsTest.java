package no.grenselos.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LbfgsTest {
  @Test
  void theBottomOfABowlIsFound() {
    Lbfgs.Objective bowl =
        (at, gradient) -> {
          gradient[0] = 2 * (at[0] - 3);
          gradient[1] = 20 * (at[1] + 1);
          return Math.pow(at[0] - 3, 2) + 10 * Math.pow(at[1] + 1, 2);
        };

    assertThat(Lbfgs.minimum(bowl, new float[2], 50))
        .containsExactly(new float[] {3, -1}, within(0.02f));
  }

  @Test
  void theBottomOfABentValleyIsFound() {
    Lbfgs.Objective valley =
        (at, gradient) -> {
          double bend = at[1] - (double) at[0] * at[0];
          gradient[0] = (float) (2 * (at[0] - 1) - 40 * bend * at[0]);
          gradient[1] = (float) (20 * bend);
          return Math.pow(at[0] - 1, 2) + 10 * bend * bend;
        };

    assertThat(Lbfgs.minimum(valley, new float[] {-1, 1}, 200))
        .containsExactly(new float[] {1, 1}, within(0.05f));
  }

  @Test
  void whoStandsAtTheBottomStays() {
    assertThat(Lbfgs.minimum((at, gradient) -> 0, new float[] {5}, 10)).containsExactly(5);
  }
}
