package no.grenselos.reading.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.reading.topic.Gate.Outcome;
import no.grenselos.reading.topic.Gate.Signs;
import org.junit.jupiter.api.Test;

class GateTest {
  @Test
  void beforeAnythingWasLearnedTheFirstGuessDecides() {
    Gate gate = Gate.untaught();

    assertThat(gate.line()).isEqualTo(Gate.LINE);
    assertThat(gate.probability(signs(0, 9))).isEqualTo(0.5);
    assertThat(gate.probability(signs(2, -9))).isCloseTo(0.88, within(0.01));
    assertThat(Gate.of(List.of()).probability(signs(2, 5))).isCloseTo(0.88, within(0.01));
  }

  @Test
  void aFewOutcomesMoveItALittle() {
    Gate gate = Gate.of(List.of(new Outcome(signs(1, 0), false, 1)));

    assertThat(gate.probability(signs(1, 0))).isBetween(0.2, 0.73);
    assertThat(gate.line()).isEqualTo(Gate.LINE);
  }

  @Test
  void aSignThatWasRightManyTimesIsTrusted() {
    Gate gate = Gate.of(outcomes(100));

    assertThat(gate.probability(signs(0, 1))).isGreaterThan(0.9);
    assertThat(gate.probability(signs(0, -1))).isLessThan(0.1);
  }

  @Test
  void theLineIsDrawnWhenThereAreEnoughOfBothKinds() {
    assertThat(Gate.of(outcomes(2 * Gate.ENOUGH - 2)).line()).isEqualTo(Gate.LINE);
    assertThat(Gate.of(outcomes(2 * Gate.ENOUGH)).line()).isGreaterThan(Gate.LINE);
  }

  private static List<Outcome> outcomes(int count) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean right = i % 2 == 0;
      outcomes.add(new Outcome(signs(0, right ? 1 : -1), right, 1));
    }
    return outcomes;
  }

  private static double[] signs(double firstGuess, double telling) {
    double[] signs = new double[Signs.COUNT];
    signs[Signs.FIRST_GUESS] = firstGuess;
    signs[1] = telling;
    return signs;
  }
}
