package no.grenselos.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class SoftmaxRegressionTest {
  @Test
  void classesThatCanBeToldApartAreToldApart() {
    Sample sample = sample(200);

    SoftmaxRegression fitted = SoftmaxRegression.fit(sample.task(), 10, 100);

    for (int row = 0; row < 200; row++) {
      float[] scores = fitted.scores(sample.rows(), row);
      assertThat(best(scores)).isEqualTo(sample.labels()[row]);
    }
  }

  @Test
  void withoutTellingFeaturesTheProbabilitiesAreTheShares() {
    // three of four rows are class 0: the intercepts, which cost nothing, come to the shares
    Rows rows = new Rows.Dense(List.of(new float[1], new float[1], new float[1], new float[1]), 1);

    SoftmaxRegression fitted = SoftmaxRegression.fit(task(rows, 0, 0, 0, 1), 1, 100);

    assertThat(SoftmaxRegression.softmax(fitted.scores(rows, 0))[0])
        .isCloseTo(0.75f, within(2e-3f));
  }

  @Test
  void aWeightStandsWhereThePullOfThePenaltyEqualsThatOfTheRows() {
    Rows rows = new Rows.Dense(List.of(new float[] {1}, new float[] {-1}), 1);

    SoftmaxRegression fitted = SoftmaxRegression.fit(task(rows, 0, 1), 1, 100);

    // by symmetry w(0) = -w(1) = w and w = 2 (1 - p) with p = 1 / (1 + exp(-2w))
    double w = fitted.weight(0, 0);
    assertThat(w).isCloseTo(2 / (1 + Math.exp(2 * w)), within(5e-3));
    assertThat(fitted.weight(0, 1)).isCloseTo((float) -w, within(1e-3f));
  }

  @Test
  void importanceIsAsIfTheRowStoodThereThatOften() {
    float[] a = {1, 0};
    float[] b = {0, 1};
    Rows once = new Rows.Dense(List.of(a, b), 2);
    Rows thrice = new Rows.Dense(List.of(a, a, a, b), 2);
    var weighty = new SoftmaxRegression.Task(once, new int[] {0, 1}, new float[] {3, 1}, 2);

    float[] weighed = SoftmaxRegression.fit(weighty, 5, 200).scores(once, 1);
    float[] repeated = SoftmaxRegression.fit(task(thrice, 0, 0, 0, 1), 5, 200).scores(once, 1);

    assertThat(weighed).containsExactly(repeated, within(0.02f));
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    Sample sample = sample(300);
    try (ForkJoinPool alone = new ForkJoinPool(1);
        ForkJoinPool many = new ForkJoinPool(4)) {
      SoftmaxRegression one =
          alone.submit(() -> SoftmaxRegression.fit(sample.task(), 10, 50)).join();
      SoftmaxRegression four =
          many.submit(() -> SoftmaxRegression.fit(sample.task(), 10, 50)).join();

      assertThat(four.scores(sample.rows(), 0)).isEqualTo(one.scores(sample.rows(), 0));
    }
  }

  @Test
  void rowsWithTheirZerosLeftOutGiveTheSameBySteps() {
    // another way to the same minimum: as near as a thousandth of the loss, where both stop
    Sample sample = sample(100);
    List<SparseVector> sparse = sample.vectors().stream().map(v -> sparse(v)).toList();
    Rows rows = new Rows.Sparse(sparse, 4);
    var task = new SoftmaxRegression.Task(rows, sample.labels(), sample.task().importance(), 3);

    float[] dense = SoftmaxRegression.fit(sample.task(), 10, 50).scores(sample.rows(), 7);

    assertThat(SoftmaxRegression.fit(task, 10, 50).scores(rows, 7))
        .containsExactly(dense, within(0.02f));
  }

  @Test
  void aRowWithoutALabelIsRefused() {
    Rows rows = new Rows.Dense(List.of(new float[1]), 1);

    assertThatThrownBy(() -> task(rows)).hasMessageContaining("1 rows, 0 labels");
  }

  private record Sample(List<float[]> vectors, int[] labels) {
    Rows rows() {
      return new Rows.Dense(vectors, 4);
    }

    SoftmaxRegression.Task task() {
      return SoftmaxRegressionTest.task(rows(), labels);
    }
  }

  private static Sample sample(int size) {
    Random random = new Random(4);
    List<float[]> vectors = new ArrayList<>();
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      labels[i] = i % 3;
      float[] vector = {random.nextFloat() / 4, 0, 0, 0};
      vector[1 + labels[i]] = 1;
      vectors.add(vector);
    }
    return new Sample(vectors, labels);
  }

  private static SparseVector sparse(float[] vector) {
    int at = 1;
    while (vector[at] == 0) at++;
    return new SparseVector(new int[] {0, at}, new float[] {vector[0], vector[at]});
  }

  private static SoftmaxRegression.Task task(Rows rows, int... labels) {
    float[] ones = new float[labels.length];
    Arrays.fill(ones, 1);
    int classes = Arrays.stream(labels).max().orElse(0) + 1;
    return new SoftmaxRegression.Task(rows, labels, ones, classes);
  }

  private static int best(float[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) if (scores[i] > scores[best]) best = i;
    return best;
  }
}
