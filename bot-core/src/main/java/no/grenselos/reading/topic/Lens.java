package no.grenselos.reading.topic;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.reading.Topic;
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

  private Lens(List<TopicId> topics, FirstGuess firstGuess, Scorer scorer, Background background) {
    this.topics = topics;
    this.firstGuess = firstGuess;
    this.scorer = scorer;
    this.background = background;
  }

  /**
   * @param topics at least one
   * @param samples at least one for each topic
   * @param against counterexamples, labelled with the topics they are none of
   */
  static Lens of(
      List<Topic> topics, List<Sample> samples, List<Sample> against, Background background) {
    List<TopicId> ids = topics.stream().map(Topic::id).toList();
    boolean encoded = samples.getFirst().seen().meant().vector().length > 0;
    Scorer scorer = Scorer.of(examples(ids, samples), vectors(ids, against), encoded);
    return new Lens(ids, new FirstGuess(topics), scorer, background);
  }

  /** The same with other neighbours and background; the regressions have not learned: quick. */
  Lens among(List<Sample> samples, List<Sample> against, Background ordinary) {
    Scorer next = scorer.among(examples(topics, samples), vectors(topics, against));
    return new Lens(topics, firstGuess, next, ordinary);
  }

  private static List<Scorer.Example> examples(List<TopicId> topics, List<Sample> samples) {
    List<Scorer.Example> rows = new ArrayList<>();
    for (Sample sample : samples) {
      LabelledText label = sample.label();
      float weight = (float) (label.weight() / Math.max(1, label.topics().size()));
      for (TopicId topic : label.topics()) {
        int number = topics.indexOf(topic);
        if (number >= 0) rows.add(new Scorer.Example(sample.seen(), number, weight));
      }
    }
    return rows;
  }

  private static List<List<float[]>> vectors(List<TopicId> topics, List<Sample> against) {
    List<List<float[]>> vectors = new ArrayList<>();
    for (TopicId topic : topics) {
      vectors.add(
          against.stream()
              .filter(sample -> sample.label().topics().contains(topic))
              .map(sample -> sample.seen().meant().vector())
              .filter(vector -> vector.length > 0)
              .toList());
    }
    return vectors;
  }

  /** A labelled text as it is compared. */
  record Sample(LabelledText label, Seen seen) {}

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
    for (int topic = 0; topic < topics.size(); topic++) {
      double meant = encoded ? FirstGuess.near(scores.near().get(topic), shares[topic]) : 0;
      FirstGuess.Guess guess = firstGuess.of(topics.get(topic), seen.text(), words, cosines, meant);
      guesses.add(guess);
      shares[topic] =
          (float) Math.log(shares[topic] + 1e-9f) + PULL_OF_KEYWORDS * (float) guess.keywords();
    }
    return new Look(seen, scores, SoftmaxRegression.softmax(shares), guesses, near);
  }
}
