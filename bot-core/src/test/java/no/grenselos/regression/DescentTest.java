package no.grenselos.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DescentTest {
  private static final int CLASSES = 5;
  private static final float PENALTY = 0.1f;
  private static final int LENGTH = 61 * CLASSES;

  @Test
  void aSpanOfDenseRowsLeadsToWhereAllIsLevel() {
    Samples samples = samples();
    Loss loss = new Loss(samples.task(samples.dense()), PENALTY);
    Span span = new DenseSpan(samples.dense(), samples.scale());
    Mixture point = Mixture.nothing(LENGTH);
    float before = steepest(loss, span, point);

    new Descent(loss, span).from(point, 50);

    assertThat(steepest(loss, span, point)).isLessThan(before / 20);
  }

  @Test
  void aSpanOfSparseRowsLeadsToTheSamePlace() {
    Samples samples = samples();
    Mixture ofDense = Mixture.nothing(LENGTH);
    Mixture ofSparse = Mixture.nothing(LENGTH);

    descent(samples, samples.dense()).from(ofDense, 50);
    descent(samples, samples.sparse()).from(ofSparse, 50);

    assertThat(value(samples, ofSparse)).isCloseTo(value(samples, ofDense), within(0.2));
  }

  @Test
  void theScoresOfAMixtureAreThoseOfItsWeightsWrittenOut() {
    Samples samples = samples();
    Mixture point = Mixture.nothing(LENGTH);

    Span span = new DenseSpan(samples.dense(), samples.scale());
    new Descent(new Loss(samples.task(samples.dense()), PENALTY), span).from(point, 5);

    float[] weights = span.weights(point.shares());
    float[] scores = Arrays.copyOfRange(weights, weights.length - CLASSES, weights.length);
    samples.dense().addScores(7, weights, CLASSES, scores);
    float[] kept = Arrays.copyOfRange(point.scores(), 7 * CLASSES, 8 * CLASSES);
    for (int c = 0; c < CLASSES; c++) kept[c] += point.scores()[60 * CLASSES + c];
    assertThat(scores).containsExactly(kept, within(1e-3f));
  }

  @Test
  void whoStandsAtTheBottomStays() {
    Rows.Dense same = new Rows.Dense(List.of(new float[] {1}, new float[] {1}), 1);
    var task = new SoftmaxRegression.Task(same, new int[] {0, 1}, new float[] {1, 1}, 2);
    var scale = new Span.Scale(new float[] {1, 1}, new float[] {1}, 0.5f, PENALTY, 2);
    Mixture point = Mixture.nothing(6);

    new Descent(new Loss(task, PENALTY), new DenseSpan(same, scale)).from(point, 10);

    assertThat(point.shares()).containsOnly(0);
  }

  private static Descent descent(Samples samples, Rows rows) {
    Span span =
        rows instanceof Rows.Sparse sparse
            ? new SparseSpan(sparse, samples.scale())
            : new DenseSpan(samples.dense(), samples.scale());
    return new Descent(new Loss(samples.task(rows), PENALTY), span);
  }

  private static double value(Samples samples, Mixture point) {
    return new Loss(samples.task(samples.dense()), PENALTY).way(point, point).at(0).value();
  }

  /** The steepest slope by any weight. */
  private static float steepest(Loss loss, Span span, Mixture point) {
    float[] slope = new float[LENGTH];
    loss.way(point, point).at(0);
    loss.slope(point, slope);
    float steepest = 0;
    for (float one : span.weights(slope)) steepest = Math.max(steepest, Math.abs(one));
    return steepest;
  }

  private record Samples(List<float[]> vectors, int[] labels) {
    Rows.Dense dense() {
      return new Rows.Dense(vectors, 8);
    }

    Rows.Sparse sparse() {
      int[] all = {0, 1, 2, 3, 4, 5, 6, 7};
      return new Rows.Sparse(vectors.stream().map(v -> new SparseVector(all, v)).toList(), 8);
    }

    float[] ones() {
      float[] ones = new float[labels.length];
      Arrays.fill(ones, 1);
      return ones;
    }

    SoftmaxRegression.Task task(Rows rows) {
      return new SoftmaxRegression.Task(rows, labels, ones(), CLASSES);
    }

    Span.Scale scale() {
      float[] middle = new float[8];
      for (int row = 0; row < 60; row++) dense().addTo(middle, row, 1f / 60);
      return new Span.Scale(ones(), middle, 1f / CLASSES, PENALTY, CLASSES);
    }
  }

  private static Samples samples() {
    Random random = new Random(7);
    List<float[]> vectors = new ArrayList<>();
    int[] labels = new int[60];
    for (int i = 0; i < 60; i++) {
      labels[i] = i % CLASSES;
      float[] vector = new float[8];
      for (int f = 0; f < 8; f++) vector[f] = random.nextFloat() + (f == labels[i] ? 0.5f : 0);
      vectors.add(vector);
    }
    return new Samples(vectors, labels);
  }
}
