package no.grenselos.regression;

/**
 * A symmetric positive definite matrix, ready to divide by. Immutable; safe for many threads.
 *
 * @param factor row by row, of which the lower half counts
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk
record Cholesky(float[] factor, int size) {
  /**
   * @param matrix row by row; it is changed
   */
  static Cholesky of(float[] matrix) {
    int size = (int) Math.sqrt(matrix.length);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = matrix[i * size + j];
        for (int k = 0; k < j; k++) rest -= (double) matrix[i * size + k] * matrix[j * size + k];
        double value = i == j ? Math.sqrt(rest) : rest / matrix[j * size + j];
        matrix[i * size + j] = (float) value;
      }
    }
    return new Cholesky(matrix, size);
  }

  /** Divides some columns, from and up to but not including to, of rows that are so wide. */
  void divide(float[] rows, int width, int from, int to) {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++)
        subtract(rows, i * width, factor[i * size + j], j * width, from, to);
      scale(rows, i, width, from, to);
    }
    for (int i = size - 1; i >= 0; i--) {
      scale(rows, i, width, from, to);
      for (int j = 0; j < i; j++)
        subtract(rows, j * width, factor[i * size + j], i * width, from, to);
    }
  }

  private void scale(float[] rows, int row, int width, int from, int to) {
    float times = 1 / factor[row * size + row];
    for (int c = from; c < to; c++) rows[row * width + c] *= times;
  }

  private static void subtract(float[] rows, int row, float times, int other, int from, int to) {
    for (int c = from; c < to; c++) rows[row + c] -= times * rows[other + c];
  }
}
