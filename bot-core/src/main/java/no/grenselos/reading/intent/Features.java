package no.grenselos.reading.intent;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The signs that count, numbered. A sign seen in few texts says nothing sure and is left out. */
final class Features {
  private static final int WORD = 2;
  private static final int PAIR = 3;

  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /**
   * @param texts signs of each training text, with their totals
   */
  Features(Collection<Map<String, Double>> texts) {
    Map<String, Integer> seen = new LinkedHashMap<>();
    texts.forEach(text -> text.keySet().forEach(name -> seen.merge(name, 1, Integer::sum)));
    seen.forEach((name, times) -> {
      if (times >= least(name)) numbers.put(name, numbers.size());
    });
  }

  private static int least(String name) {
    return name.startsWith("pair:") || name.startsWith("near:") ? PAIR : WORD;
  }

  int size() {
    return numbers.size();
  }

  List<String> names() {
    return List.copyOf(numbers.keySet());
  }

  /**
   * @param more values of features numbered from {@link #size()}
   */
  Row row(Map<String, Double> totals, double... more) {
    List<Map.Entry<String, Double>> known =
        totals.entrySet().stream().filter(e -> numbers.containsKey(e.getKey())).toList();
    int[] features = new int[known.size() + more.length];
    double[] values = new double[features.length];
    for (int i = 0; i < known.size(); i++) {
      String name = known.get(i).getKey();
      features[i] = numbers.getOrDefault(name, -1);
      values[i] = known.get(i).getValue() * scale(name);
    }
    for (int i = 0; i < more.length; i++) {
      features[known.size() + i] = size() + i;
      values[known.size() + i] = more[i];
    }
    return new Row(features, values);
  }

  /** How readily a kind of sign is believed, by cross-validation on examples.tsv. */
  static double scale(String name) {
    return switch (name.substring(0, name.indexOf(':'))) {
      case "cue", "group", "shape" -> 1;
      case "first", "word" -> 0.7;
      case "near", "pair" -> 0.5;
      default -> throw new IllegalArgumentException("unknown kind of sign: " + name);
    };
  }
}
