package no.grenselos.regression;

import java.util.List;

/** What a model is fitted to, one text a row. The arrays are used as they are, not copied. */
public sealed interface Rows {
  int size();

  /** How many features a row may have. */
  int features();

  /** Adds row times weights to the sums, for some of the classes. */
  void addScores(int row, float[] weights, int classes, float[] sums);

  /** Adds row times the differences of the classes from..to to the gradient. */
  void addGradient(int row, float[] differences, int at, Block block, float[] gradient);

  /** Some classes of all: from, and up to but not including to, of that many. */
  record Block(int from, int to, int of) {}

  /** Rows without zeros. */
  record Dense(List<float[]> rows, int features) implements Rows {
    @Override
    public int size() {
      return rows.size();
    }

    @Override
    public void addScores(int row, float[] weights, int classes, float[] sums) {
      float[] values = rows.get(row);
      for (int f = 0; f < features; f++) {
        float value = values[f];
        int base = f * classes;
        for (int c = 0; c < classes; c++) sums[c] += value * weights[base + c];
      }
    }

    @Override
    public void addGradient(int row, float[] differences, int at, Block block, float[] gradient) {
      float[] values = rows.get(row);
      int width = block.to() - block.from();
      for (int f = 0; f < features; f++) {
        float value = values[f];
        int base = f * block.of() + block.from();
        int start = at + block.from();
        for (int c = 0; c < width; c++) gradient[base + c] += value * differences[start + c];
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
    public void addScores(int row, float[] weights, int classes, float[] sums) {
      SparseVector vector = rows.get(row);
      for (int i = 0; i < vector.features().length; i++) {
        float value = vector.weights()[i];
        int base = vector.features()[i] * classes;
        for (int c = 0; c < classes; c++) sums[c] += value * weights[base + c];
      }
    }

    @Override
    public void addGradient(int row, float[] differences, int at, Block block, float[] gradient) {
      SparseVector vector = rows.get(row);
      int width = block.to() - block.from();
      for (int i = 0; i < vector.features().length; i++) {
        float value = vector.weights()[i];
        int base = vector.features()[i] * block.of() + block.from();
        int start = at + block.from();
        for (int c = 0; c < width; c++) gradient[base + c] += value * differences[start + c];
      }
    }
  }
}
