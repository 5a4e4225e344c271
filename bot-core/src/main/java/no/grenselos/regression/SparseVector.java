package no.grenselos.regression;

/**
 * A vector that is mostly zero.
 *
 * @param features ascending, from 0
 * @param weights one for each of the features
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk
public record SparseVector(int[] features, float[] weights) {
  public SparseVector {
    if (features.length != weights.length) {
      throw new IllegalArgumentException(
          features.length + " features have " + weights.length + " weights");
    }
  }

  /** The product with another vector, over the features both have. */
  public double dot(SparseVector other) {
    double sum = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < features.length && theirs < other.features.length) {
      int difference = features[mine] - other.features[theirs];
      if (difference == 0) sum += (double) weights[mine] * other.weights[theirs];
      if (difference <= 0) mine++;
      if (difference >= 0) theirs++;
    }
    return sum;
  }
}
