package no.grenselos.app.config.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import no.grenselos.app.config.text.Lines.Change;
import org.jspecify.annotations.Nullable;

/**
 * Makes one text of two people's changes, line by line. Where both touched the same lines there is
 * none: which of the two counts is for people to say. Knows nothing of what the lines mean: {@code
 * app.config} looks whether the result says what both wanted.
 */
public final class Merged {
  private Merged() {}

  /** Both changes of {@code base}; empty where they touch the same lines. */
  public static Optional<Map<String, String>> of(
      Map<String, String> base, Map<String, String> mine, Map<String, String> theirs) {
    TreeSet<String> names = new TreeSet<>(base.keySet());
    names.addAll(mine.keySet());
    names.addAll(theirs.keySet());
    Map<String, String> merged = new TreeMap<>();
    for (String name : names) {
      Optional<One> one = one(base.get(name), mine.get(name), theirs.get(name));
      if (one.isEmpty()) return Optional.empty();
      if (one.get().text() != null) merged.put(name, one.get().text());
    }
    return Optional.of(merged);
  }

  /** What becomes of one file; without a text it goes. */
  private record One(@Nullable String text) {}

  private static Optional<One> one(
      @Nullable String base, @Nullable String mine, @Nullable String theirs) {
    if (Objects.equals(mine, base) || Objects.equals(mine, theirs))
      return Optional.of(new One(theirs));
    if (Objects.equals(theirs, base)) return Optional.of(new One(mine));
    if (base == null || mine == null || theirs == null) return Optional.empty();
    return lines(base, mine, theirs).map(One::new);
  }

  private static Optional<String> lines(String base, String mine, String theirs) {
    List<String> lines = Lines.of(base);
    List<Change> their = Lines.changes(lines, Lines.of(theirs));
    List<Change> all = new ArrayList<>(their);
    for (Change my : Lines.changes(lines, Lines.of(mine))) {
      if (their.stream().anyMatch(one -> alike(my, one))) continue;
      if (their.stream().anyMatch(one -> overlap(my, one))) return Optional.empty();
      all.add(my);
    }
    // of two that add at one place the first to save comes first: the order is stable
    all.sort(Lines.IN_ORDER);
    return Optional.of(applied(lines, all));
  }

  private static boolean alike(Change one, Change other) {
    return one.start() == other.start()
        && one.end() == other.end()
        && one.becomes().equals(other.becomes());
  }

  private static boolean overlap(Change one, Change other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  private static String applied(List<String> lines, List<Change> changes) {
    StringBuilder text = new StringBuilder();
    int done = 0;
    for (Change change : changes) {
      Lines.append(text, lines.subList(done, change.start()));
      Lines.append(text, change.becomes());
      done = change.end();
    }
    Lines.append(text, lines.subList(done, lines.size()));
    return text.toString();
  }
}
