package no.grenselos.reading.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.grenselos.regression.SparseVector;

/**
 * TF-IDF: how telling each word and piece of a text is, learned from the examples. Words and pieces
 * make up half of a vector each. Immutable; safe for many threads.
 */
final class WordWeights {
  private static final int MANY = 500;

  private final Kind pieces;
  private final Kind words;

  private WordWeights(Kind pieces, Kind words) {
    this.pieces = pieces;
    this.words = words;
  }

  static WordWeights of(List<WordFeatures> texts) {
    return new WordWeights(
        Kind.of(texts, WordFeatures::pieces), Kind.of(texts, WordFeatures::words));
  }

  int size() {
    return pieces.rarity().length + words.rarity().length;
  }

  /** The word's or pair's number; -1 when no example has it. */
  int word(String word) {
    Integer number = words.numbers().get(word);
    return number == null ? -1 : pieces.rarity().length + number;
  }

  SparseVector vector(WordFeatures text) {
    long[] ofPieces = pieces.known(text.pieces());
    long[] ofWords = words.known(text.words());
    int[] features = new int[ofPieces.length + ofWords.length];
    float[] values = new float[features.length];
    pieces.put(ofPieces, 0, features, values);
    words.put(ofWords, ofPieces.length, features, values);
    // words stand behind all pieces
    for (int i = ofPieces.length; i < features.length; i++) features[i] += pieces.rarity().length;
    return new SparseVector(features, values);
  }

  /**
   * What is counted alike.
   *
   * @param numbers of what examples have, in the order of the alphabet
   * @param rarity by number
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk
  private record Kind(Map<String, Integer> numbers, float[] rarity) {
    static Kind of(List<WordFeatures> texts, Function<WordFeatures, Map<String, Integer>> of) {
      Map<String, int[]> documents =
          texts.parallelStream().map(of).collect(HashMap::new, Kind::count, Kind::join);
      // in a large collection what stands once tells nothing and costs memory
      int least = texts.size() > MANY ? 2 : 1;
      documents.values().removeIf(count -> count[0] < least);
      List<Map.Entry<String, int[]>> known = new ArrayList<>(documents.entrySet());
      known.sort(Map.Entry.comparingByKey());
      Map<String, Integer> numbers = HashMap.newHashMap(known.size());
      float[] rarity = new float[known.size()];
      for (Map.Entry<String, int[]> one : known) {
        int number = numbers.size();
        rarity[number] = (float) (Math.log((1.0 + texts.size()) / (1 + one.getValue()[0])) + 1);
        numbers.put(one.getKey(), number);
      }
      return new Kind(numbers, rarity);
    }

    private static void count(Map<String, int[]> documents, Map<String, Integer> text) {
      for (String one : text.keySet()) documents.computeIfAbsent(one, fresh -> new int[1])[0]++;
    }

    private static void join(Map<String, int[]> documents, Map<String, int[]> others) {
      others.forEach(
          (one, count) -> documents.merge(one, count, (a, b) -> new int[] {a[0] + b[0]}));
    }

    /** Numbers in ascending order in the upper halves, counts in the lower. */
    private long[] known(Map<String, Integer> counts) {
      long[] all = new long[counts.size()];
      int size = 0;
      for (Map.Entry<String, Integer> one : counts.entrySet()) {
        Integer number = numbers.get(one.getKey());
        if (number != null) all[size++] = (long) number << 32 | one.getValue();
      }
      long[] known = Arrays.copyOf(all, size);
      Arrays.sort(known);
      return known;
    }

    private void put(long[] known, int at, int[] features, float[] values) {
      double squares = 0;
      for (int i = 0; i < known.length; i++) {
        int number = (int) (known[i] >>> 32);
        features[at + i] = number;
        values[at + i] = (float) ((1 + Math.log((int) known[i])) * rarity[number]);
        squares += (double) values[at + i] * values[at + i];
      }
      float length = (float) Math.sqrt(squares);
      for (int i = 0; i < known.length; i++) values[at + i] /= length;
    }
  }
}
