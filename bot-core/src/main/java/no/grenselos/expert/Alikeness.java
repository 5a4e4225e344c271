package no.grenselos.expert;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import no.grenselos.regression.SparseVector;

/**
 * How alike two posts are: about 1 for two that have nothing to do with each other, growing fast
 * with likeness. Rare words count more than frequent ones, as counted over the posts it was shown.
 * Not safe for threads; {@link Affinity} guards it.
 *
 * <p>The figures were fixed by rolling forward through the first 70 % of the shared experts pack
 * (454 questions, candidates with four answers or more): a factor of 8 to 12 on the cosine is a
 * plateau (MRR .49 to .50, activity alone .38), and so is 8 to 10 on words alone (.45 to .46).
 */
final class Alikeness {
  private static final double BY_MEANING = 10;
  // bge-small puts unrelated English posts at a cosine of .55, not at 0
  private static final double UNRELATED = 0.55;
  private static final double BY_WORDS_BESIDE_MEANING = 2;
  private static final double BY_WORDS = 9;
  private static final double UNRELATED_WORDS = 0.12;

  /** As many posts as if seen before the first, lest its every word pass for a frequent one. */
  private static final double BEFORE = 20;

  private final Map<Integer, Integer> postsWith = new HashMap<>();
  private int posts;

  void count(Gist gist) {
    posts++;
    for (int word : gist.words().features()) postsWith.merge(word, 1, Integer::sum);
  }

  /** Takes back one {@link #count}; exact, since only whole numbers are kept. */
  void uncount(Gist gist) {
    posts--;
    for (int word : gist.words().features()) {
      postsWith.computeIfPresent(word, (key, with) -> with == 1 ? null : with - 1);
    }
  }

  /** How alike others are to this one, while nothing is counted or taken back. */
  ToDoubleFunction<Gist> to(Gist one) {
    SparseVector words = weighed(one.words());
    return other -> {
      double shared = Math.sqrt(cosine(words, weighed(other.words()))) - UNRELATED_WORDS;
      if (!one.meansLike(other)) return Math.exp(BY_WORDS * shared);
      double meaning = one.cosine(other) - UNRELATED;
      return Math.exp(BY_MEANING * meaning + BY_WORDS_BESIDE_MEANING * shared);
    };
  }

  private static double cosine(SparseVector one, SparseVector other) {
    double lengths = Math.sqrt(one.dot(one) * other.dot(other));
    return lengths == 0 ? 0 : Math.clamp(one.dot(other) / lengths, 0, 1);
  }

  /** Multiplied with how rare each word is. */
  private SparseVector weighed(SparseVector words) {
    float[] weights = words.weights().clone();
    for (int i = 0; i < weights.length; i++) {
      int with = postsWith.getOrDefault(words.features()[i], 0);
      weights[i] *= (float) Math.log((BEFORE + posts) / (0.5 + with));
    }
    return new SparseVector(words.features(), weights);
  }
}
