package no.grenselos.reading.topic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.Word;
import no.grenselos.reading.topic.Likeness.Nearest;
import no.grenselos.regression.LogisticRegression;

/**
 * How sure one may be that a text is about a topic before anything was learned: keywords and
 * phrases, words shared with an example, and nearness in meaning, each of which may mislead;
 * counterexamples speak against. Immutable; safe for many threads.
 */
final class FirstGuess {
  private static final double LIKE = 0.8;
  private static final double NEAR = 0.95;
  private static final double CAREFUL = 1e-4;

  private final Map<TopicId, Keywords> keywords;
  private final Likeness likeness;

  FirstGuess(List<Topic> topics) {
    this(keywords(topics), new Likeness(topics));
  }

  private FirstGuess(Map<TopicId, Keywords> keywords, Likeness likeness) {
    this.keywords = keywords;
    this.likeness = likeness;
  }

  private static Map<TopicId, Keywords> keywords(List<Topic> topics) {
    Map<TopicId, Keywords> keywords = new LinkedHashMap<>();
    topics.forEach(topic -> keywords.put(topic.id(), new Keywords(topic)));
    return keywords;
  }

  /** The same topics with other examples and counterexamples: quick. */
  FirstGuess among(List<Topic> topics) {
    return new FirstGuess(keywords, likeness.among(topics));
  }

  /**
   * A guess and what speaks for it.
   *
   * @param probability 0 to 1
   * @param keywords 0 to 1, by them alone
   */
  record Guess(double probability, double keywords, List<Keywords.Found> found, Nearest nearest) {
    double logOdds() {
      double p = Math.clamp(probability, CAREFUL, 1 - CAREFUL);
      return Math.log(p / (1 - p));
    }

    /** 0 to 1: one word in common is chance; it supports a keyword but says nothing alone. */
    double like() {
      return FirstGuess.like(nearest);
    }
  }

  /** The text's cosines with all examples; made once for all topics. */
  double[] cosines(List<Word> words) {
    return likeness.cosines(words);
  }

  Guess of(TopicId topic, String text, List<Word> words, double[] cosines, double near) {
    Nearest nearest = likeness.nearest(topic, words, cosines);
    Keywords cues = keywords.get(topic);
    List<Keywords.Found> found = cues == null ? List.of() : cues.in(text, words);
    double doubtOfWords = Keywords.doubt(found);
    double doubt = doubtOfWords * (1 - LIKE * like(nearest)) * (1 - NEAR * near);
    // what is nearer to "sounds like it and is not" than to the topic loses most of its points
    double against = Math.clamp((nearest.against() - nearest.score() - 0.05) * 4, 0, 1);
    return new Guess((1 - doubt) * (1 - 0.8 * against), 1 - doubtOfWords, found, nearest);
  }

  private static double like(Nearest nearest) {
    double near = Math.clamp((nearest.score() - 0.16) / 0.3, 0, 1);
    return nearest.shared().size() < 2 ? 0.4 * near : near;
  }

  // what means what a counterexample means loses most of its points, as with words
  private static double contradicted(Neighbours.Near near) {
    return Math.clamp((near.against() - near.closest()) * 10 + 0.5, 0, 1);
  }

  /**
   * Nearness in meaning as a probability. The figures are a logistic regression on the validation
   * parts of topics_clinc_5of10, topics_banking_20of77, HWU64 and CLINC150 with some intents owned
   * and 4 to 8 examples each, moved so that one half stands where it found three quarters: careful
   * before there are posts that were nobody's (docs/accuracy.md).
   *
   * @param share of the topic among all and nobody, 0 to 1
   */
  static double near(Neighbours.Near near, float share) {
    double logOdds = -3.25 + 6.75 * near.nearest() + 4.33 * Math.log(share + 1e-6);
    return LogisticRegression.probability(logOdds) * (1 - 0.8 * contradicted(near));
  }
}
