package no.grenselos.expert;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How alike two posts are: about 1 for two that have nothing to do with each other, growing fast
 * with likeness. Rare words count more than frequent ones, as counted over the posts it was shown.
 * Not safe for threads; {@link Affinity} guards it.
 *
 * <p>The figures were fixed by rolling forward through the first 70 % of the shared experts pack: a
 * factor of 8 to 12 on the cosine is a plateau (MRR .49 to .50; activity alone .38), and so is 7 to
 * 11 on words alone (.45; the more, the oftener somebody of the right field comes first).
 */
final class Alikeness {
  private static final double BY_MEANING = 10;
  // bge-small puts unrelated English posts at a cosine of .55, not at 0
  private static final double UNRELATED = 0.55;
  private static final double BY_WORDS_BESIDE_MEANING = 2;
  private static final double BY_WORDS = 10;
  private static final double UNRELATED_WORDS = 0.12;

  private static final float[] NOT_YET = {};

  /** As many posts as if seen before the first, lest its every word pass for a frequent one. */
  private static final double BEFORE = 50;

  private final Map<Integer, Integer> placeOf = new HashMap<>();
  private int[] postsWith = new int[1024];
  private float[] rarity = NOT_YET;
  private int posts;

  /** Counts a post's words. Returns where they are kept, one place for each word. */
  int[] count(Gist gist) {
    posts++;
    int[] words = gist.words().features();
    int[] places = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      places[i] = placeOf.computeIfAbsent(words[i], word -> placeOf.size());
      if (places[i] == postsWith.length) postsWith = Arrays.copyOf(postsWith, 2 * places[i]);
      postsWith[places[i]]++;
    }
    rarity = NOT_YET;
    return places;
  }

  /** Takes back one {@link #count}; exact, since only whole numbers are kept. */
  void uncount(int[] places) {
    posts--;
    for (int place : places) postsWith[place]--;
    rarity = NOT_YET;
  }

  /** A post to which others are compared, while nothing is counted or taken back. */
  Probe to(Gist one) {
    if (rarity.length == 0) rarity = rarity();
    float[] wanted = new float[rarity.length];
    double square = 0;
    int[] words = one.words().features();
    for (int i = 0; i < words.length; i++) {
      Integer place = placeOf.get(words[i]);
      float rare = place == null ? rarity(0) : rarity[place];
      float weight = one.words().weights()[i] * rare;
      square += (double) weight * weight;
      if (place != null) wanted[place] = weight;
    }
    return new Probe(one, wanted, square, rarity);
  }

  private float[] rarity() {
    float[] rare = new float[placeOf.size()];
    for (int place = 0; place < rare.length; place++) rare[place] = rarity(postsWith[place]);
    return rare;
  }

  private float rarity(int with) {
    return (float) Math.log((BEFORE + posts) / (0.5 + with));
  }

  /** One post, its words spread out so that others are compared quickly. */
  static final class Probe {
    private final Gist one;
    private final float[] wanted;
    private final double square;
    private final float[] rarity;

    private Probe(Gist one, float[] wanted, double square, float[] rarity) {
      this.one = one;
      this.wanted = wanted;
      this.square = square;
      this.rarity = rarity;
    }

    /**
     * @param places where {@link #count} keeps the other's words
     */
    double to(Gist other, int[] places) {
      double shared = Math.sqrt(cosine(other.words().weights(), places)) - UNRELATED_WORDS;
      if (!one.meansLike(other)) return Math.exp(BY_WORDS * shared);
      double meaning = one.cosine(other) - UNRELATED;
      return Math.exp(BY_MEANING * meaning + BY_WORDS_BESIDE_MEANING * shared);
    }

    private double cosine(float[] weights, int[] places) {
      double product = 0;
      double otherSquare = 0;
      for (int i = 0; i < places.length; i++) {
        float weight = weights[i] * rarity[places[i]];
        otherSquare += (double) weight * weight;
        product += (double) weight * wanted[places[i]];
      }
      double lengths = Math.sqrt(square * otherSquare);
      return lengths == 0 ? 0 : Math.clamp(product / lengths, 0, 1);
    }
  }
}
