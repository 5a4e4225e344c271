package no.grenselos.regression;

/**
 * All weights that are mixtures of some rows. Where squares of weights are penalised, the best
 * weights are among them (the representer theorem; Schölkopf, Herbrich and Smola, COLT 2001). Used
 * by one thread at a time.
 */
sealed interface Span permits DenseSpan, SparseSpan {
  /**
   * How much what counts in a fit.
   *
   * @param importance of each row
   * @param middle the rows' mean by importance, which is taken off each of them: what all rows
   *     share only makes the way longer
   * @param bend about how much a row's loss bends by each of its scores
   * @param penalty of half a squared weight
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk
  record Scale(float[] importance, float[] middle, float bend, float penalty, int classes) {
    /** Puts the intercepts behind all weights, for rows that the mean is not taken off. */
    void intercept(float[] shares, float[] weights) {
      int at = weights.length - classes;
      System.arraycopy(shares, shares.length - classes, weights, at, classes);
      for (int f = 0; f < middle.length; f++) {
        for (int c = 0; c < classes; c++) weights[at + c] -= middle[f] * weights[f * classes + c];
      }
    }
  }

  /**
   * A way down from a slope, at best as far as the lowest place: a symmetric positive map.
   *
   * @param slope as shares of the rows, and the intercepts' own
   * @param into where the way is put
   */
  void descend(float[] slope, Mixture into);

  /**
   * Written out: all classes of each feature, and then the intercepts, for rows as they were given.
   * The array is the same each time.
   */
  float[] weights(float[] shares);
}
