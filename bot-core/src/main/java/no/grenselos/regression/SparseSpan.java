package no.grenselos.regression;

import java.util.Arrays;
import java.util.List;

/**
 * Of rows that are mostly zeros, also kept by feature: the rows that have it, ascending, and how
 * much of it. The mean is taken off without being written into the rows, which would fill them.
 */
final class SparseSpan implements Span {
  private static final int FEATURES = 256;
  private static final int ROWS = 64;

  private final Rows.Sparse rows;
  private final Scale scale;
  private final int[] starts;
  private final int[] having;
  private final float[] amounts;
  private final float[] weights;

  SparseSpan(Rows.Sparse rows, Scale scale) {
    this.rows = rows;
    this.scale = scale;
    this.starts = starts(rows);
    this.having = new int[starts[rows.features()]];
    this.amounts = new float[having.length];
    this.weights = new float[(rows.features() + 1) * scale.classes()];
    List<SparseVector> vectors = rows.rows();
    int[] next = starts.clone();
    for (int row = 0; row < vectors.size(); row++) {
      SparseVector vector = vectors.get(row);
      for (int i = 0; i < vector.features().length; i++) {
        int at = next[vector.features()[i]]++;
        having[at] = row;
        amounts[at] = vector.weights()[i];
      }
    }
  }

  /** Where each feature's rows start, and at last where all end. */
  private static int[] starts(Rows.Sparse rows) {
    int[] starts = new int[rows.features() + 1];
    for (SparseVector vector : rows.rows()) {
      for (int feature : vector.features()) starts[feature + 1]++;
    }
    for (int f = 0; f < rows.features(); f++) starts[f + 1] += starts[f];
    return starts;
  }

  /** Along the slope itself. */
  @Override
  public void descend(float[] slope, Mixture into) {
    int classes = scale.classes();
    int intercepts = rows.size() * classes;
    System.arraycopy(slope, 0, into.shares(), 0, slope.length);
    System.arraycopy(slope, intercepts, into.scores(), intercepts, classes);
    weights(slope);
    float[] start = Arrays.copyOfRange(weights, weights.length - classes, weights.length);
    for (int c = 0; c < classes; c++) start[c] -= slope[intercepts + c];
    Blocks.each(
        rows.size(),
        ROWS,
        (from, to) -> {
          float[] sums = new float[classes];
          for (int row = from; row < to; row++) {
            System.arraycopy(start, 0, sums, 0, classes);
            rows.addScores(row, weights, classes, sums);
            System.arraycopy(sums, 0, into.scores(), row * classes, classes);
          }
        });
  }

  @Override
  public float[] weights(float[] shares) {
    int classes = scale.classes();
    float[] all = new float[classes];
    for (int row = 0; row < rows.size(); row++) {
      for (int c = 0; c < classes; c++) all[c] += shares[row * classes + c];
    }
    Blocks.each(
        rows.features(),
        FEATURES,
        (from, to) -> {
          for (int f = from; f < to; f++) {
            float share = -scale.middle()[f];
            for (int c = 0; c < classes; c++) weights[f * classes + c] = share * all[c];
            add(f, shares);
          }
        });
    scale.intercept(shares, weights);
    return weights;
  }

  // four rows in one go: the weights are fetched and put back once for all of them
  private void add(int feature, float[] shares) {
    int classes = scale.classes();
    int base = feature * classes;
    int i = starts[feature];
    int end = starts[feature + 1];
    for (; i + 3 < end; i += 4) {
      float v0 = amounts[i];
      float v1 = amounts[i + 1];
      float v2 = amounts[i + 2];
      float v3 = amounts[i + 3];
      int s0 = having[i] * classes;
      int s1 = having[i + 1] * classes;
      int s2 = having[i + 2] * classes;
      int s3 = having[i + 3] * classes;
      for (int c = 0; c < classes; c++) {
        weights[base + c] +=
            v0 * shares[s0 + c] + v1 * shares[s1 + c] + v2 * shares[s2 + c] + v3 * shares[s3 + c];
      }
    }
    for (; i < end; i++) {
      int start = having[i] * classes;
      for (int c = 0; c < classes; c++) weights[base + c] += amounts[i] * shares[start + c];
    }
  }
}
