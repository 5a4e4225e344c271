package no.grenselos.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.regression.LogisticRegression.Row;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
  private static final double[] PRIOR = {2, -1};
  private static final double[] PENALTY = {1, 1};

  @Test
  void withoutRowsThePriorDecides() {
    assertThat(LogisticRegression.fit(List.of(), PRIOR, PENALTY).weights()).containsExactly(PRIOR);
  }

  @Test
  void manyRowsDecideAgainstThePrior() {
    LogisticRegression fitted = LogisticRegression.fit(rows(500, false), PRIOR, PENALTY);

    assertThat(fitted.probability(new double[] {1})).isLessThan(0.05);
  }

  @Test
  void oneRowMovesThePriorALittle() {
    double before = new LogisticRegression(PRIOR).probability(new double[] {1});

    double after =
        LogisticRegression.fit(rows(1, false), PRIOR, PENALTY).probability(new double[] {1});

    assertThat(after).isBetween(before - 0.4, before - 0.05);
  }

  @Test
  void rowsThatCanBeToldApartKeepTheWeightsFinite() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) rows.add(new Row(new double[] {i % 2 * 1_000}, i % 2 == 1, 1));

    LogisticRegression fitted = LogisticRegression.fit(rows, PRIOR, PENALTY);

    assertThat(fitted.probability(new double[] {1_000})).isGreaterThan(0.9).isLessThanOrEqualTo(1);
    assertThat(fitted.weights()[0]).isFinite();
  }

  @Test
  void importanceIsAsIfTheRowStoodThereThatOften() {
    LogisticRegression often = LogisticRegression.fit(rows(7, true), PRIOR, PENALTY);

    LogisticRegression weighty =
        LogisticRegression.fit(List.of(new Row(new double[] {1}, true, 7)), PRIOR, PENALTY);

    assertThat(weighty.weights()).containsExactly(often.weights(), within(1e-6));
  }

  private static List<Row> rows(int count, boolean yes) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) rows.add(new Row(new double[] {1}, yes, 1));
    return rows;
  }
}
