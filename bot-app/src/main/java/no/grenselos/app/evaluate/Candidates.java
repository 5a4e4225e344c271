package no.grenselos.app.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who may be ranked: those who answered often in the history, each with their field. */
final class Candidates {
  private final List<String> users;
  private final Map<String, String> sites = new HashMap<>();

  Candidates(List<Question> history) {
    Map<String, Map<String, Integer>> answers = new TreeMap<>();
    for (Question question : history) {
      for (String user : question.helpers()) {
        answers.computeIfAbsent(user, u -> new TreeMap<>()).merge(question.site(), 1, Integer::sum);
      }
    }
    answers.values().removeIf(counts -> sum(counts) < ExpertsEvaluation.SEASONED);
    users = List.copyOf(answers.keySet());
    answers.forEach((user, counts) -> sites.put(user, most(counts)));
  }

  /** Sorted. */
  List<String> users() {
    return users;
  }

  boolean belongsTo(String user, String site) {
    return site.equals(sites.get(user));
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static String most(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
