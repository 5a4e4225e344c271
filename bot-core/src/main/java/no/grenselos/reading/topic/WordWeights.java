package no.grenselos.reading.topic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.grenselos.regression.SparseVector;

/**
 * TF-IDF: how telling each word and piece of a text is, learned from the examples. Words and pieces
 * make up half of a vector each. Immutable; safe for many threads.
 */
final class WordWeights {
  private static final int MANY = 500;

  private final Map<String, Integer> index;
  private final float[] rarity;

  private WordWeights(Map<String, Integer> index, float[] rarity) {
    this.index = index;
    this.rarity = rarity;
  }

  static WordWeights of(List<WordFeatures> texts) {
    Map<String, Integer> documents = new TreeMap<>();
    for (WordFeatures text : texts) {
      text.words().keySet().forEach(word -> documents.merge(key('w', word), 1, Integer::sum));
      text.pieces().keySet().forEach(piece -> documents.merge(key('p', piece), 1, Integer::sum));
    }
    // in a large collection what stands once tells nothing and costs memory
    int least = texts.size() > MANY ? 2 : 1;
    Map<String, Integer> index = new HashMap<>();
    float[] rarity = new float[documents.size()];
    for (Map.Entry<String, Integer> one : documents.entrySet()) {
      if (one.getValue() < least) continue;
      rarity[index.size()] = (float) (Math.log((1.0 + texts.size()) / (1 + one.getValue())) + 1);
      index.put(one.getKey(), index.size());
    }
    return new WordWeights(index, rarity);
  }

  int size() {
    return index.size();
  }

  /** The word's or pair's number; -1 when no example has it. */
  int word(String word) {
    return index.getOrDefault(key('w', word), -1);
  }

  SparseVector vector(WordFeatures text) {
    // pieces have lower numbers than words: the keys are numbered in their order
    long[] pieces = block('p', text.pieces());
    long[] words = block('w', text.words());
    int[] features = new int[pieces.length + words.length];
    float[] values = new float[features.length];
    put(pieces, 0, features, values);
    put(words, pieces.length, features, values);
    return new SparseVector(features, values);
  }

  /** Numbers in ascending order in the upper halves, counts in the lower. */
  private long[] block(char kind, Map<String, Integer> counts) {
    long[] block = new long[counts.size()];
    int size = 0;
    for (Map.Entry<String, Integer> one : counts.entrySet()) {
      Integer number = index.get(key(kind, one.getKey()));
      if (number != null) block[size++] = (long) number << 32 | one.getValue();
    }
    long[] known = Arrays.copyOf(block, size);
    Arrays.sort(known);
    return known;
  }

  private void put(long[] block, int at, int[] features, float[] values) {
    double squares = 0;
    for (int i = 0; i < block.length; i++) {
      int number = (int) (block[i] >>> 32);
      features[at + i] = number;
      values[at + i] = (float) ((1 + Math.log((int) block[i])) * rarity[number]);
      squares += (double) values[at + i] * values[at + i];
    }
    float length = (float) Math.sqrt(squares);
    for (int i = 0; i < block.length; i++) values[at + i] /= length;
  }

  private static String key(char kind, String text) {
    return kind + text;
  }
}
