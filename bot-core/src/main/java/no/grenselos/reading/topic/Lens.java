package no.grenselos.reading.topic;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;
import no.grenselos.regression.SoftmaxRegression;

/** Looks at texts for all topics at once. Immutable; safe for many threads. */
final class Lens {
  // how much a certain keyword moves a topic against the others, in log-odds
  private static final float PULL_OF_KEYWORDS = 4;

  private final List<TopicId> topics;
  private final FirstGuess firstGuess;
  private final Scorer scorer;
  private final Background background;

  /**
   * @param topics at least one
   */
  Lens(List<TopicId> topics, FirstGuess firstGuess, Scorer scorer, Background background) {
    this.topics = topics;
    this.firstGuess = firstGuess;
    this.scorer = scorer;
    this.background = background;
  }

  /**
   * The same with what was taught meanwhile, as far as likeness goes; the regressions have not
   * learned it: quick.
   */
  Lens among(Material material) {
    Scorer next = encoded() ? scorer.among(material.neighbours()) : scorer;
    Background ordinary = encoded() ? material.background() : background;
    return new Lens(topics, firstGuess.among(material.topics()), next, ordinary);
  }

  /** Whether it looks at meanings too, not at words only. */
  boolean encoded() {
    return scorer.encoded();
  }

  List<TopicId> topics() {
    return topics;
  }

  Scorer scorer() {
    return scorer;
  }

  /**
   * @param ordinary the number of the background post that the text is itself, -1 for none
   */
  Look at(Seen seen, int ordinary) {
    Scorer.Scores scores = scorer.scores(seen);
    boolean encoded = !scores.near().isEmpty();
    float near = encoded ? background.near(seen.meant().vector(), ordinary) : 0;
    String text = Words.withoutLinksAndHandles(seen.text());
    List<Word> words = Words.of(text);
    double[] cosines = firstGuess.cosines(words);
    List<FirstGuess.Guess> guesses = new ArrayList<>(topics.size());
    float[] shares = scores.shares().clone();
    // the share of one among few says little: a single topic has all of it
    float ofSome = topics.size() / (topics.size() + 1f);
    for (int topic = 0; topic < topics.size(); topic++) {
      double meant =
          encoded ? FirstGuess.near(scores.near().get(topic), shares[topic] * ofSome) : 0;
      FirstGuess.Guess guess = firstGuess.of(topics.get(topic), seen.text(), words, cosines, meant);
      guesses.add(guess);
      shares[topic] =
          (float) Math.log(shares[topic] + 1e-9f) + PULL_OF_KEYWORDS * (float) guess.keywords();
    }
    return new Look(seen, scores, SoftmaxRegression.softmax(shares), guesses, near);
  }
}
