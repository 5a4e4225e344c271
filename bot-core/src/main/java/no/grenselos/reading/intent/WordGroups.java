package no.grenselos.reading.intent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.reading.Resource;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;

/**
 * Words of one kind in three languages: what waits, fails, costs. What is learned of one word holds
 * for its group. Immutable; safe for many threads.
 */
final class WordGroups {
  private static final int LONGEST_STEM = 16;

  private final Map<String, List<String>> exact = new HashMap<>();
  private final Map<String, List<String>> stems = new HashMap<>();

  WordGroups(List<String> lines) {
    for (String line : lines) {
      String[] parts = line.split("\t", -1);
      for (String word : parts[1].split(" ", -1)) add(word, parts[0]);
    }
  }

  static WordGroups ours() {
    return new WordGroups(Resource.lines(WordGroups.class, "groups.tsv"));
  }

  private void add(String word, String group) {
    Map<String, List<String>> shelf = word.endsWith("*") ? stems : exact;
    for (Word one : Words.of(word.replace("*", ""))) {
      List<String> groups = shelf.computeIfAbsent(one.plain(), key -> new ArrayList<>());
      if (!groups.contains(group)) groups.add(group);
    }
  }

  /** Names of the groups a plain form belongs to; mostly none. */
  List<String> of(String plain) {
    List<String> groups = exact.get(plain);
    if (groups != null) return groups;
    for (int end = Math.min(plain.length(), LONGEST_STEM); end >= 3; end--) {
      groups = stems.get(plain.substring(0, end));
      if (groups != null) return groups;
    }
    return List.of();
  }
}
