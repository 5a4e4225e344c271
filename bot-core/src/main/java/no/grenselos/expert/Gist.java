package no.grenselos.expert;

import java.util.Map;
import java.util.TreeMap;
import no.grenselos.reading.StopWords;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;
import no.grenselos.regression.SparseVector;

/**
 * What a post is about, in the two forms in which posts are compared; nobody can read the post back
 * from it. Immutable.
 */
public final class Gist {
  private static final float[] NO_MEANING = {};

  private final float[] meaning;
  private final SparseVector words;

  private Gist(float[] meaning, SparseVector words) {
    this.meaning = meaning;
    this.words = words;
  }

  /** Of a text without an encoder. */
  public static Gist of(String text) {
    return of(text, NO_MEANING);
  }

  /**
   * Of any text and what an encoder made of it.
   *
   * @param meaning of length 1; empty when there is none. Those of two encoders of the same
   *     dimension must not meet in one {@link Affinity}
   */
  public static Gist of(String text, float[] meaning) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (Word word : Words.of(Words.withoutLinksAndHandles(text))) {
      if (!StopWords.has(word)) counts.merge(number(word), 1, Integer::sum);
    }
    int[] features = new int[counts.size()];
    float[] weights = new float[counts.size()];
    int i = 0;
    for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
      features[i] = count.getKey();
      weights[i++] = (float) (1 + Math.log(count.getValue()));
    }
    return new Gist(meaning.clone(), new SparseVector(features, weights));
  }

  /** A hash of each word's stem, and 1 + ln of how often it stands there. */
  SparseVector words() {
    return words;
  }

  /** Whether both have a vector of the same dimension. */
  boolean meansLike(Gist other) {
    return meaning.length > 0 && meaning.length == other.meaning.length;
  }

  /** The cosine of both meanings, which must be of the same dimension. */
  double cosine(Gist other) {
    float sum = 0;
    for (int i = 0; i < meaning.length; i++) sum += meaning[i] * other.meaning[i];
    return sum;
  }

  // hashed, so that each node has the same number for a word whatever came before
  private static int number(Word word) {
    return word.english().hashCode() & Integer.MAX_VALUE;
  }
}
