package no.grenselos.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Of rows without zeros. Their features go together in all ways, so that the lowest place is rarely
 * where the slope points: the products of features tell where.
 */
final class DenseSpan implements Span {
  private static final int FEATURES = 32;
  private static final int ROWS = 64;
  private static final int CLASSES = 32;

  private final Rows.Dense rows;
  private final Scale scale;
  private final Cholesky bend;
  private final float all;
  private final float[] weights;

  DenseSpan(Rows.Dense given, Scale scale) {
    List<float[]> centred = new ArrayList<>(given.size());
    for (float[] row : given.rows()) {
      float[] one = row.clone();
      for (int f = 0; f < one.length; f++) one[f] -= scale.middle()[f];
      centred.add(one);
    }
    this.rows = new Rows.Dense(centred, given.features());
    this.scale = scale;
    this.bend = Cholesky.of(bend());
    this.weights = new float[(given.features() + 1) * scale.classes()];
    float sum = 0;
    for (float one : scale.importance()) sum += one;
    this.all = sum;
  }

  /** How the loss bends by each two features: their products over all rows, and the penalty. */
  private float[] bend() {
    int size = rows.features();
    float[] weighty = new float[rows.size() * size];
    for (int row = 0; row < rows.size(); row++) {
      float times = scale.bend() * scale.importance()[row];
      float[] values = rows.rows().get(row);
      for (int f = 0; f < size; f++) weighty[row * size + f] = times * values[f];
    }
    float[] bend = new float[size * size];
    products(weighty, size, bend);
    for (int f = 0; f < size; f++) bend[f * size + f] += scale.penalty();
    return bend;
  }

  /** Where the minimum would be if the loss bent everywhere as it does where all scores are 0. */
  @Override
  public void descend(float[] slope, Mixture into) {
    int classes = scale.classes();
    Arrays.fill(weights, 0);
    products(slope, classes, weights);
    Blocks.each(classes, CLASSES, (from, to) -> bend.divide(weights, classes, from, to));
    Blocks.each(
        rows.size(),
        ROWS,
        (from, to) -> {
          float[] scores = new float[classes];
          for (int row = from; row < to; row++) {
            Arrays.fill(scores, 0);
            rows.addScores(row, weights, classes, scores);
            float times = scale.bend() * scale.importance()[row];
            for (int c = 0; c < classes; c++) {
              int at = row * classes + c;
              into.scores()[at] = scores[c];
              into.shares()[at] = (slope[at] - times * scores[c]) / scale.penalty();
            }
          }
        });
    for (int at = rows.size() * classes; at < slope.length; at++) {
      into.shares()[at] = slope[at] / (scale.bend() * all);
      into.scores()[at] = into.shares()[at];
    }
  }

  @Override
  public float[] weights(float[] shares) {
    Arrays.fill(weights, 0);
    products(shares, scale.classes(), weights);
    scale.intercept(shares, weights);
    return weights;
  }

  // four rows in one go: the sums are fetched and put back once for all of them
  private void products(float[] shares, int classes, float[] sums) {
    Blocks.each(
        rows.features(),
        FEATURES,
        (from, to) -> {
          int row = 0;
          for (; row + 3 < rows.size(); row += 4) {
            for (int f = from; f < to; f++) addFour(row, f, shares, classes, sums);
          }
          for (; row < rows.size(); row++) {
            for (int f = from; f < to; f++) {
              float value = rows.rows().get(row)[f];
              for (int c = 0; c < classes; c++) {
                sums[f * classes + c] += value * shares[row * classes + c];
              }
            }
          }
        });
  }

  private void addFour(int row, int feature, float[] shares, int classes, float[] sums) {
    float v0 = rows.rows().get(row)[feature];
    float v1 = rows.rows().get(row + 1)[feature];
    float v2 = rows.rows().get(row + 2)[feature];
    float v3 = rows.rows().get(row + 3)[feature];
    int base = feature * classes;
    int s0 = row * classes;
    int s1 = s0 + classes;
    int s2 = s1 + classes;
    int s3 = s2 + classes;
    for (int c = 0; c < classes; c++) {
      sums[base + c] +=
          v0 * shares[s0 + c] + v1 * shares[s1 + c] + v2 * shares[s2 + c] + v3 * shares[s3 + c];
    }
  }
}
