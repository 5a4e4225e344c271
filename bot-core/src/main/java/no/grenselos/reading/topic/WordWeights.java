package no.grenselos.reading.topic;

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
  private static final int MANY = 3_000;

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
    TreeMap<Integer, Float> weights = new TreeMap<>();
    add(weights, 'w', text.words());
    add(weights, 'p', text.pieces());
    int[] features = new int[weights.size()];
    float[] values = new float[weights.size()];
    int next = 0;
    for (Map.Entry<Integer, Float> one : weights.entrySet()) {
      features[next] = one.getKey();
      values[next++] = one.getValue();
    }
    return new SparseVector(features, values);
  }

  private void add(Map<Integer, Float> to, char kind, Map<String, Integer> counts) {
    Map<Integer, Float> block = new TreeMap<>();
    counts.forEach((text, count) -> {
      Integer number = index.get(key(kind, text));
      if (number == null) return;
      block.put(number, (float) ((1 + Math.log(count)) * rarity[number]));
    });
    double squares = 0;
    for (float weight : block.values()) squares += (double) weight * weight;
    float length = (float) Math.sqrt(squares);
    block.forEach((number, weight) -> to.put(number, weight / length));
  }

  private static String key(char kind, String text) {
    return kind + text;
  }
}
