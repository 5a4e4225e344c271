package no.grenselos.regression;

import java.util.List;

/** What a model is fitted to, one text a row. The arrays are used as they are, not copied. */
public sealed interface Rows {
  int size();

  /** How many features a row may have. */
  int features();

  /** Adds a row times a factor to what is as long as a row may be. */
  void addTo(float[] sums, int row, float times);

  /** Adds row times weights to the sums, for all classes. */
  void addScores(int row, float[] weights, int classes, float[] sums);

  /** Rows without zeros. */
  record Dense(List<float[]> rows, int features) implements Rows {
    @Override
    public int size() {
      return rows.size();
    }

    @Override
    public void addTo(float[] sums, int row, float times) {
      float[] values = rows.get(row);
      for (int f = 0; f < features; f++) sums[f] += times * values[f];
    }

    // four features in one go: the sums are fetched and put back once for all of them
    @Override
    public void addScores(int row, float[] weights, int classes, float[] sums) {
      float[] values = rows.get(row);
      int f = 0;
      for (; f + 3 < features; f += 4) {
        float v0 = values[f];
        float v1 = values[f + 1];
        float v2 = values[f + 2];
        float v3 = values[f + 3];
        int b0 = f * classes;
        int b1 = b0 + classes;
        int b2 = b1 + classes;
        int b3 = b2 + classes;
        for (int c = 0; c < classes; c++) {
          sums[c] +=
              v0 * weights[b0 + c]
                  + v1 * weights[b1 + c]
                  + v2 * weights[b2 + c]
                  + v3 * weights[b3 + c];
        }
      }
      for (; f < features; f++) {
        int base = f * classes;
        for (int c = 0; c < classes; c++) sums[c] += values[f] * weights[base + c];
      }
    }
  }

  /** Rows that are mostly zeros. */
  record Sparse(List<SparseVector> rows, int features) implements Rows {
    @Override
    public int size() {
      return rows.size();
    }

    @Override
    public void addTo(float[] sums, int row, float times) {
      SparseVector vector = rows.get(row);
      for (int i = 0; i < vector.features().length; i++) {
        sums[vector.features()[i]] += times * vector.weights()[i];
      }
    }

    // four features in one go, likewise
    @Override
    public void addScores(int row, float[] weights, int classes, float[] sums) {
      int[] numbers = rows.get(row).features();
      float[] values = rows.get(row).weights();
      int i = 0;
      for (; i + 3 < numbers.length; i += 4) {
        float v0 = values[i];
        float v1 = values[i + 1];
        float v2 = values[i + 2];
        float v3 = values[i + 3];
        int b0 = numbers[i] * classes;
        int b1 = numbers[i + 1] * classes;
        int b2 = numbers[i + 2] * classes;
        int b3 = numbers[i + 3] * classes;
        for (int c = 0; c < classes; c++) {
          sums[c] +=
              v0 * weights[b0 + c]
                  + v1 * weights[b1 + c]
                  + v2 * weights[b2 + c]
                  + v3 * weights[b3 + c];
        }
      }
      for (; i < numbers.length; i++) {
        int base = numbers[i] * classes;
        for (int c = 0; c < classes; c++) sums[c] += values[i] * weights[base + c];
      }
    }
  }
}
