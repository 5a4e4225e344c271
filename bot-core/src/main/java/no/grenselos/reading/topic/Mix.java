package no.grenselos.reading.topic;

/**
 * How much each way of telling topics apart counts; together 1. The figures stand for up to ten and
 * for fifty and more examples a topic, and were chosen by cross-validation on the training parts of
 * BANKING77 and CLINC150 (docs/accuracy.md): with few examples the vectors know more than the
 * words.
 *
 * @param regression on vectors
 * @param middle nearness to the middle of a topic's examples
 * @param nearest nearness to the nearest examples
 * @param words regression on words and pieces
 */
record Mix(float regression, float middle, float nearest, float words) {
  static final Mix WORDS_ONLY = new Mix(0, 0, 0, 1);
  private static final Mix FEW = new Mix(0.45f, 0.2f, 0.2f, 0.15f);
  private static final Mix MANY = new Mix(0.4f, 0f, 0.25f, 0.35f);

  /**
   * @param examples mean number of a topic's examples
   */
  static Mix of(double examples) {
    float many = (float) Math.clamp(Math.log(examples / 10) / Math.log(5), 0, 1);
    return new Mix(
        between(FEW.regression, MANY.regression, many),
        between(FEW.middle, MANY.middle, many),
        between(FEW.nearest, MANY.nearest, many),
        between(FEW.words, MANY.words, many));
  }

  private static float between(float few, float many, float share) {
    return few + (many - few) * share;
  }
}
