package no.grenselos.regression;

/**
 * Weights written as a mixture of the rows they are fitted to. Features are many and rows are few,
 * so this is ten times shorter than the weights themselves. Both arrays hold all classes of each
 * row and then, twice the same, the intercepts, which are no mixture of rows. Mutable; not thread
 * safe.
 *
 * @param shares how much of each row is in the weights
 * @param scores what each row scores with these weights, without the intercepts
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk
record Mixture(float[] shares, float[] scores) {
  private static final int BLOCK = 32_768;
  private static final int RUN = 256;

  static Mixture nothing(int length) {
    return new Mixture(new float[length], new float[length]);
  }

  /** Becomes the same as another. */
  void set(Mixture other) {
    System.arraycopy(other.shares, 0, shares, 0, shares.length);
    System.arraycopy(other.scores, 0, scores, 0, scores.length);
  }

  void add(double times, Mixture other) {
    add(shares, times, other.shares);
    add(scores, times, other.scores);
  }

  void scale(double factor) {
    float times = (float) factor;
    Blocks.each(
        shares.length,
        BLOCK,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            shares[i] *= times;
            scores[i] *= times;
          }
        });
  }

  /** The product of these weights and those that are such shares of the rows. */
  double times(float[] otherShares) {
    return dot(scores, otherShares, scores.length);
  }

  static void add(float[] to, double times, float[] what) {
    float factor = (float) times;
    Blocks.each(
        to.length,
        BLOCK,
        (from, end) -> {
          for (int i = from; i < end; i++) to[i] += factor * what[i];
        });
  }

  /** What it takes to come from one to the other, in place of the one. */
  static void toDifference(float[] from, float[] to) {
    Blocks.each(
        from.length,
        BLOCK,
        (start, end) -> {
          for (int i = start; i < end; i++) from[i] = to[i] - from[i];
        });
  }

  /** The product of two vectors' first numbers, that many. */
  static double dot(float[] a, float[] b, int length) {
    return Blocks.sum(length, BLOCK, (from, to) -> dot(a, b, from, to));
  }

  // in short runs of their own sums: quicker, and more exact than one sum would be
  private static double dot(float[] a, float[] b, int start, int end) {
    double sum = 0;
    for (int from = start; from < end; from += RUN) {
      int to = Math.min(end, from + RUN);
      float s0 = 0;
      float s1 = 0;
      float s2 = 0;
      float s3 = 0;
      int i = from;
      for (; i + 3 < to; i += 4) {
        s0 += a[i] * b[i];
        s1 += a[i + 1] * b[i + 1];
        s2 += a[i + 2] * b[i + 2];
        s3 += a[i + 3] * b[i + 3];
      }
      for (; i < to; i++) s0 += a[i] * b[i];
      sum += (double) s0 + s1 + s2 + s3;
    }
    return sum;
  }
}
