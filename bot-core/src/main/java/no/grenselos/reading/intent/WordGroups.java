package no.grenselos.reading.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.grenselos.reading.Resource;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;

/**
 * Words of one kind in three languages: what waits, fails, costs. What is learned of one word holds
 * for its group. Immutable; safe for many threads.
 */
final class WordGroups {
  private static final int PREFIX = 3;

  private record Stem(String stem, Group group) {}

  private final List<Group> all = new ArrayList<>();
  private final Map<String, List<Group>> exact = new HashMap<>();
  private final Map<String, List<Stem>> stems = new HashMap<>();
  private final String[][] near;

  WordGroups(List<String> lines) {
    for (String line : lines) {
      String[] parts = line.split("\t", -1);
      Group group = Group.of(all.size(), parts[0]);
      all.add(group);
      words(parts[1], false).forEach(word -> addExact(word, group));
      words(parts[1], true).forEach(word -> addStem(word, group));
    }
    near = new String[all.size()][all.size()];
    for (Group a : all) {
      for (Group b : all) near[a.number()][b.number()] = "near:" + a.name() + ">" + b.name();
    }
  }

  static WordGroups ours() {
    return new WordGroups(Resource.lines(WordGroups.class, "groups.tsv"));
  }

  private static List<String> words(String line, boolean starred) {
    String chosen =
        Arrays.stream(line.split(" ", -1))
            .filter(word -> word.endsWith("*") == starred)
            .map(word -> word.replace("*", ""))
            .collect(Collectors.joining(" "));
    return Words.of(chosen).stream().map(Word::plain).toList();
  }

  private void addExact(String word, Group group) {
    List<Group> groups = exact.computeIfAbsent(word, key -> new ArrayList<>());
    if (!groups.contains(group)) groups.add(group);
  }

  private void addStem(String stem, Group group) {
    if (stem.length() < PREFIX) throw new IllegalArgumentException("too short: " + stem + "*");
    String prefix = stem.substring(0, PREFIX);
    stems.computeIfAbsent(prefix, key -> new ArrayList<>()).add(new Stem(stem, group));
  }

  /** The groups a plain form belongs to; mostly none. */
  List<Group> of(String plain) {
    List<Group> groups = exact.get(plain);
    if (groups != null) return groups;
    if (plain.length() < PREFIX) return List.of();
    List<Stem> alike = stems.get(plain.substring(0, PREFIX));
    if (alike == null) return List.of();
    return alike.stream()
        .filter(one -> plain.startsWith(one.stem()))
        .map(Stem::group)
        .distinct()
        .toList();
  }

  /** Name of the sign that a word of one group stands a little before one of another. */
  String near(Group before, Group after) {
    return near[before.number()][after.number()];
  }
}
