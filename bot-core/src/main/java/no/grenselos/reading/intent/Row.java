package no.grenselos.reading.intent;

/** One text as numbers: a value for each feature it has. Not changed after it is made. */
final class Row {
  private final int[] features;
  private final double[] values;

  /**
   * @param features numbers from 0; each at most once
   * @param values as many
   */
  Row(int[] features, double[] values) {
    if (features.length != values.length) {
      throw new IllegalArgumentException(
          features.length + " features, " + values.length + " values");
    }
    this.features = features;
    this.values = values;
  }

  /** Log odds by these weights, the last of which counts for all texts. */
  double score(double[] weights) {
    double sum = weights[weights.length - 1];
    for (int i = 0; i < features.length; i++) sum += weights[features[i]] * values[i];
    return sum;
  }

  /** Adds its features times {@code pull} to a slope. */
  void addTo(double[] slope, double pull) {
    for (int i = 0; i < features.length; i++) slope[features[i]] += pull * values[i];
    slope[slope.length - 1] += pull;
  }
}
