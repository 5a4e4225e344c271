package no.grenselos.app.config;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import org.jspecify.annotations.Nullable;

/** What a file says, whatever its lines and comments. */
final class Meaning {
  private Meaning() {}

  /** Of a file; empty where it is not there or cannot be understood. */
  static Optional<Map<String, Object>> of(Map<String, String> files, String name) {
    String text = files.get(name);
    if (text == null) return Optional.empty();
    return Yaml.top(text, new Problems(name)).map(Meaning::of);
  }

  static Map<String, Object> of(Node.Mapping mapping) {
    Map<String, Object> values = new LinkedHashMap<>();
    mapping.entries().forEach((key, value) -> values.put(key, of(value)));
    return values;
  }

  private static Object of(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> scalar.text();
      case Node.Sequence list -> list.items().stream().map(Meaning::of).toList();
      case Node.Mapping mapping -> of(mapping);
    };
  }

  /**
   * Whether the merged files say all that both wanted of {@code base} and nothing else. What was
   * merged line by line may not: a key added to an entry that somebody else removed would end up in
   * the one before.
   */
  static boolean kept(
      Map<String, String> base,
      Map<String, String> mine,
      Map<String, String> theirs,
      Map<String, String> merged) {
    return merged.keySet().stream()
        .filter(
            name -> base.containsKey(name) && mine.containsKey(name) && theirs.containsKey(name))
        .allMatch(name -> kept(of(base, name), of(mine, name), of(theirs, name), of(merged, name)));
  }

  private static boolean kept(
      Optional<Map<String, Object>> base,
      Optional<Map<String, Object>> mine,
      Optional<Map<String, Object>> theirs,
      Optional<Map<String, Object>> merged) {
    // what cannot be understood is refused when it is checked
    if (base.isEmpty() || mine.isEmpty() || theirs.isEmpty() || merged.isEmpty()) return true;
    Set<String> keys = new HashSet<>(base.get().keySet());
    keys.addAll(mine.get().keySet());
    keys.addAll(theirs.get().keySet());
    keys.addAll(merged.get().keySet());
    return keys.stream()
        .allMatch(key ->
            keptValue(
                counted(base.get().get(key)),
                counted(mine.get().get(key)),
                counted(theirs.get().get(key)),
                counted(merged.get().get(key))));
  }

  /** Both changes of one value; of a list, of its entries: none may be changed by both. */
  private static boolean keptValue(
      Map<Object, Integer> base,
      Map<Object, Integer> mine,
      Map<Object, Integer> theirs,
      Map<Object, Integer> merged) {
    Set<Object> entries = new HashSet<>(base.keySet());
    entries.addAll(mine.keySet());
    entries.addAll(theirs.keySet());
    entries.addAll(merged.keySet());
    return entries.stream()
        .allMatch(entry -> {
          int was = base.getOrDefault(entry, 0);
          int my = mine.getOrDefault(entry, 0);
          int their = theirs.getOrDefault(entry, 0);
          int both = my == their ? my : my + their - was;
          return both == merged.getOrDefault(entry, 0);
        });
  }

  /** How often each entry is there; what is no list counts as one entry. */
  private static Map<Object, Integer> counted(@Nullable Object value) {
    Map<Object, Integer> counted = new HashMap<>();
    List<?> entries =
        switch (value) {
          case null -> List.of();
          case List<?> list -> list;
          default -> List.of(value);
        };
    entries.forEach(entry -> counted.merge(entry, 1, Integer::sum));
    return counted;
  }
}
