package no.grenselos.app.evaluate;

import java.util.Map;
import java.util.TreeMap;

/** How evenly something is spread over people. */
final class Spread {
  private final Map<String, Integer> counts = new TreeMap<>();

  void add(String user) {
    counts.merge(user, 1, Integer::sum);
  }

  /**
   * The Gini coefficient, half the relative mean difference: 0 when all have the same.
   *
   * @param people as many as it is spread over, with those who got nothing
   */
  double gini(int people) {
    int[] sorted = counts.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    double weighed = 0;
    double total = 0;
    for (int i = 0; i < sorted.length; i++) {
      int place = people - sorted.length + i + 1;
      weighed += (2.0 * place - people - 1) * sorted[i];
      total += sorted[i];
    }
    return total == 0 ? 0 : weighed / (people * total);
  }
}
