package no.grenselos.reading.topic;

import java.util.List;
import java.util.Optional;
import no.grenselos.regression.Rows;
import no.grenselos.regression.SoftmaxRegression;
import no.grenselos.regression.SparseVector;
import org.jspecify.annotations.Nullable;

/**
 * Says which topic a text is most like, on the supposition that it is one of them: regression over
 * words and over vectors, and nearness to the examples, mixed. Immutable; safe for many threads.
 */
final class Scorer {
  // as scikit-learn's C; chosen by cross-validation on the training parts, see docs/accuracy.md
  private static final float STRENGTH = 30;
  private static final int MEANING_STEPS = 100;
  private static final int WORD_STEPS = 12;
  // turns cosines into probabilities
  private static final float SHARPNESS = 40;

  private final Mix mix;
  private final WordWeights weights;
  private final SoftmaxRegression byWords;
  private final @Nullable ByMeaning byMeaning;

  private record ByMeaning(SoftmaxRegression regression, Neighbours neighbours) {}

  /**
   * What a text scores.
   *
   * @param shares one for each topic, together 1
   * @param meaning log-odds by vectors; empty without an encoder
   * @param words log-odds by words
   * @param near nearness to each topic's examples; empty without an encoder
   * @param vector of its words
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk
  record Scores(
      float[] shares,
      float[] meaning,
      float[] words,
      List<Neighbours.Near> near,
      SparseVector vector) {}

  /**
   * An example of one topic.
   *
   * @param topic its number
   */
  record Example(Seen seen, int topic, float weight) {}

  private Scorer(
      Mix mix, WordWeights weights, SoftmaxRegression byWords, @Nullable ByMeaning byMeaning) {
    this.mix = mix;
    this.weights = weights;
    this.byWords = byWords;
    this.byMeaning = byMeaning;
  }

  /**
   * @param topics how many there are
   * @param neighbours the same examples by topic; empty when not all of them have a vector
   */
  static Scorer of(List<Example> examples, int topics, Optional<Neighbours> neighbours) {
    WordWeights weights = WordWeights.of(examples.stream().map(one -> one.seen().words()).toList());
    List<SparseVector> vectors =
        examples.parallelStream().map(one -> weights.vector(one.seen().words())).toList();
    SoftmaxRegression byWords =
        fit(new Rows.Sparse(vectors, weights.size()), examples, topics, WORD_STEPS);
    if (neighbours.isEmpty() || examples.isEmpty())
      return new Scorer(Mix.WORDS_ONLY, weights, byWords, null);
    List<float[]> meant = examples.stream().map(one -> one.seen().meant().vector()).toList();
    Rows rows = new Rows.Dense(meant, meant.getFirst().length);
    ByMeaning byMeaning =
        new ByMeaning(fit(rows, examples, topics, MEANING_STEPS), neighbours.get());
    return new Scorer(Mix.of((double) examples.size() / topics), weights, byWords, byMeaning);
  }

  private static SoftmaxRegression fit(Rows rows, List<Example> examples, int topics, int steps) {
    int[] labels = examples.stream().mapToInt(Example::topic).toArray();
    float[] importance = new float[labels.length];
    for (int i = 0; i < importance.length; i++) importance[i] = examples.get(i).weight();
    return SoftmaxRegression.fit(
        new SoftmaxRegression.Task(rows, labels, importance, topics), STRENGTH, steps);
  }

  /** The same with other neighbours, and the regressions as they are: quick. */
  Scorer among(Neighbours neighbours) {
    if (byMeaning == null) return this;
    return new Scorer(mix, weights, byWords, new ByMeaning(byMeaning.regression(), neighbours));
  }

  /** Whether it knows vectors. */
  boolean encoded() {
    return byMeaning != null;
  }

  /** Of a text without a vector, as while the encoder fails, the words alone are scored. */
  Scores scores(Seen seen) {
    SparseVector vector = weights.vector(seen.words());
    float[] words = byWords.scores(new Rows.Sparse(List.of(vector), weights.size()), 0);
    float[] shares = new float[words.length];
    float[] meant = seen.meant().vector();
    if (byMeaning == null || meant.length == 0) {
      add(shares, words.clone(), Mix.WORDS_ONLY.words());
      return new Scores(shares, new float[0], words, List.of(), vector);
    }
    add(shares, words.clone(), mix.words());
    float[] meaning =
        byMeaning.regression().scores(new Rows.Dense(List.of(meant), meant.length), 0);
    List<Neighbours.Near> near = byMeaning.neighbours().of(meant);
    float[] middle = new float[shares.length];
    float[] nearest = new float[shares.length];
    for (int topic = 0; topic < shares.length; topic++) {
      middle[topic] = SHARPNESS * near.get(topic).middle();
      nearest[topic] = SHARPNESS * near.get(topic).nearest();
    }
    add(shares, meaning.clone(), mix.regression());
    add(shares, middle, mix.middle());
    add(shares, nearest, mix.nearest());
    return new Scores(shares, meaning, words, near, vector);
  }

  private static void add(float[] shares, float[] logOdds, float weight) {
    SoftmaxRegression.softmax(logOdds);
    for (int topic = 0; topic < shares.length; topic++) shares[topic] += weight * logOdds[topic];
  }

  /** How much a word or pair of words speaks for a topic; 0 for one that no example has. */
  float speaksFor(String word, int topic) {
    int number = weights.word(word);
    return number < 0 ? 0 : byWords.weight(number, topic);
  }
}
