package no.grenselos.regression;

import java.util.stream.IntStream;

/** Work in blocks of fixed sizes, on all cores: what comes out does not depend on how many. */
final class Blocks {
  private Blocks() {}

  interface Work {
    /** From, up to but not including to. */
    void of(int from, int to);
  }

  static void each(int size, int block, Work work) {
    if (size <= block) {
      if (size > 0) work.of(0, size);
      return;
    }
    IntStream.range(0, (size + block - 1) / block)
        .parallel()
        .forEach(one -> work.of(one * block, Math.min(size, (one + 1) * block)));
  }

  interface Part {
    /** From, up to but not including to. */
    double of(int from, int to);
  }

  /** The sum of all blocks' parts, added up in their order. */
  static double sum(int size, int block, Part part) {
    double[] parts = new double[(size + block - 1) / block];
    each(size, block, (from, to) -> parts[from / block] = part.of(from, to));
    double sum = 0;
    for (double one : parts) sum += one;
    return sum;
  }
}
