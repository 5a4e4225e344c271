package no.grenselos.reading.topic;

import java.util.List;

/**
 * One text looked at for all topics. The arrays are not copied.
 *
 * @param shares one for each topic, together 1, with the keywords' pull
 * @param guesses one for each topic
 * @param background nearness to posts that are nobody's, a cosine; 0 without an encoder
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk
record Look(
    Seen seen,
    Scorer.Scores scores,
    float[] shares,
    List<FirstGuess.Guess> guesses,
    float background) {
  // a second topic must have a real part of the post, or be called by its name
  private static final double SECOND_SHARE = 0.25;
  private static final double NAMED = 0.5;

  /** The topic with the largest share. */
  int best() {
    int best = 0;
    for (int topic = 1; topic < shares.length; topic++) {
      if (shares[topic] > shares[best]) best = topic;
    }
    return best;
  }

  /** Whether the text was compared by its meaning too, not by its words only. */
  boolean encoded() {
    return !scores.near().isEmpty();
  }

  /** Whether the text may be about it: it is the best, or a second one in its own right. */
  boolean mayBe(int topic) {
    return topic == best()
        || shares[topic] >= SECOND_SHARE
        || guesses.get(topic).keywords() >= NAMED;
  }

  /** What the gate looks at for one topic. */
  double[] signs(int topic) {
    return Gate.Signs.of(scores, topic, background, guesses.get(topic).logOdds());
  }
}
