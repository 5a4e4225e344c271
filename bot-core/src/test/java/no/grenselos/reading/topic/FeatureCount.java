package no.grenselos.reading.topic;

/** Lets benchmarks elsewhere have the features of a text made. */
public final class FeatureCount {
  private FeatureCount() {}

  /** How many different features a text has. */
  public static int of(String text) {
    WordFeatures features = WordFeatures.of(text, text);
    return features.words().size() + features.pieces().size();
  }
}
