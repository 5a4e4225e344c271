package no.grenselos.regression;

import java.util.ArrayList;
import java.util.List;

/** What a model is fitted to, one text a row. The arrays are used as they are, not copied. */
public sealed interface Rows {
  int size();

  /** How many features a row may have. */
  int features();

  /** The mean of the rows, for those that can be moved by it; empty for others. */
  float[] middle();

  /** The rows moved by that. */
  Rows less(float[] middle);

  /** Adds row times weights to the sums, for all classes. */
  void addScores(int row, float[] weights, int classes, float[] sums);

  /**
   * Adds every row times its differences to the gradient, for some of the classes.
   *
   * @param differences row by row, all classes of each
   */
  void addGradient(float[] differences, Block block, float[] gradient);

  /** Some classes of all: from, and up to but not including to, of that many. */
  record Block(int from, int to, int of) {}

  /** Rows without zeros. */
  record Dense(List<float[]> rows, int features) implements Rows {
    @Override
    public float[] middle() {
      float[] middle = new float[features];
      for (float[] row : rows) {
        for (int f = 0; f < features; f++) middle[f] += row[f] / rows.size();
      }
      return middle;
    }

    @Override
    public Rows less(float[] middle) {
      List<float[]> moved = new ArrayList<>(rows.size());
      for (float[] row : rows) {
        float[] one = new float[features];
        for (int f = 0; f < features; f++) one[f] = row[f] - middle[f];
        moved.add(one);
      }
      return new Dense(moved, features);
    }

    @Override
    public int size() {
      return rows.size();
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

    // four rows in one go, likewise
    @Override
    public void addGradient(float[] differences, Block block, float[] gradient) {
      int row = 0;
      for (; row + 3 < rows.size(); row += 4) addFour(row, differences, block, gradient);
      int width = block.to() - block.from();
      for (; row < rows.size(); row++) {
        int start = row * block.of() + block.from();
        for (int f = 0; f < features; f++) {
          float value = rows.get(row)[f];
          int base = f * block.of() + block.from();
          for (int c = 0; c < width; c++) gradient[base + c] += value * differences[start + c];
        }
      }
    }

    private void addFour(int row, float[] differences, Block block, float[] gradient) {
      float[] r0 = rows.get(row);
      float[] r1 = rows.get(row + 1);
      float[] r2 = rows.get(row + 2);
      float[] r3 = rows.get(row + 3);
      int d0 = row * block.of() + block.from();
      int d1 = d0 + block.of();
      int d2 = d1 + block.of();
      int d3 = d2 + block.of();
      int width = block.to() - block.from();
      for (int f = 0; f < features; f++) {
        float v0 = r0[f];
        float v1 = r1[f];
        float v2 = r2[f];
        float v3 = r3[f];
        int base = f * block.of() + block.from();
        for (int c = 0; c < width; c++) {
          gradient[base + c] +=
              v0 * differences[d0 + c]
                  + v1 * differences[d1 + c]
                  + v2 * differences[d2 + c]
                  + v3 * differences[d3 + c];
        }
      }
    }
  }

  /** Rows that are mostly zeros. */
  record Sparse(List<SparseVector> rows, int features) implements Rows {
    @Override
    public float[] middle() {
      return new float[0];
    }

    @Override
    public Rows less(float[] middle) {
      return this;
    }

    @Override
    public int size() {
      return rows.size();
    }

    @Override
    public void addScores(int row, float[] weights, int classes, float[] sums) {
      SparseVector vector = rows.get(row);
      for (int i = 0; i < vector.features().length; i++) {
        float value = vector.weights()[i];
        int base = vector.features()[i] * classes;
        for (int c = 0; c < classes; c++) sums[c] += value * weights[base + c];
      }
    }

    @Override
    public void addGradient(float[] differences, Block block, float[] gradient) {
      int width = block.to() - block.from();
      for (int row = 0; row < rows.size(); row++) {
        SparseVector vector = rows.get(row);
        int start = row * block.of() + block.from();
        for (int i = 0; i < vector.features().length; i++) {
          float value = vector.weights()[i];
          int base = vector.features()[i] * block.of() + block.from();
          for (int c = 0; c < width; c++) gradient[base + c] += value * differences[start + c];
        }
      }
    }
  }
}
