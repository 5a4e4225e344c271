package no.grenselos.app.config.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.grenselos.app.config.text.Lines.Change;
import org.jspecify.annotations.Nullable;

/**
 * Lays one person's changes on top of another's, for the first to look at before anything is kept:
 * where both touched the same lines the first one's stand, and the other's stand above them as
 * comments. Nothing that the other did is lost from sight.
 */
public final class Laid {
  /** In front of the other's lines. */
  public static final String THEIRS = "# theirs: ";

  private final List<String> base;
  private final List<Change> mine;
  private final List<Change> theirs;

  private Laid(String base, String mine, String theirs) {
    this.base = Lines.of(base);
    this.mine = Lines.changes(this.base, Lines.of(mine));
    this.theirs = Lines.changes(this.base, Lines.of(theirs));
  }

  /** Files by name; one that either took away while the other changed it stays. */
  public static Map<String, String> of(
      Map<String, String> base, Map<String, String> mine, Map<String, String> theirs) {
    TreeSet<String> names = new TreeSet<>(base.keySet());
    names.addAll(mine.keySet());
    names.addAll(theirs.keySet());
    Map<String, String> laid = new TreeMap<>();
    for (String name : names) {
      String text = one(base.get(name), mine.get(name), theirs.get(name));
      if (text != null) laid.put(name, text);
    }
    return laid;
  }

  private static @Nullable String one(
      @Nullable String base, @Nullable String mine, @Nullable String theirs) {
    if (Objects.equals(mine, base)) return theirs;
    if (Objects.equals(theirs, base)) return mine;
    if (mine == null) return theirs;
    if (theirs == null) return mine;
    return new Laid(base == null ? "" : base, mine, theirs).text();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    int done = 0;
    for (Change patch : patches()) {
      Lines.append(text, base.subList(done, patch.start()));
      Lines.append(text, patch.becomes());
      done = patch.end();
    }
    Lines.append(text, base.subList(done, base.size()));
    return text.toString();
  }

  /** Stretches of the base that somebody changed, with what stands there now. */
  private List<Change> patches() {
    List<Change> all =
        Stream.concat(mine.stream(), theirs.stream()).sorted(Lines.IN_ORDER).toList();
    List<Change> patches = new ArrayList<>();
    for (int i = 0; i < all.size(); ) {
      int start = all.get(i).start();
      int end = all.get(i).end();
      for (i++; i < all.size() && touches(all.get(i), start, end); i++) {
        end = Math.max(end, all.get(i).end());
      }
      patches.add(patch(start, end));
    }
    return patches;
  }

  private static boolean touches(Change next, int start, int end) {
    return next.start() < end || next.start() == start;
  }

  private Change patch(int start, int end) {
    List<String> my = within(mine, start, end);
    List<String> their = within(theirs, start, end);
    List<String> was = base.subList(start, end);
    List<String> becomes = new ArrayList<>();
    if (!their.equals(was) && !their.equals(my) && !my.equals(was)) {
      // of two that add at one place both stand
      String front = was.isEmpty() ? "" : THEIRS;
      their.forEach(line -> becomes.add(front + line));
    }
    becomes.addAll(my.equals(was) ? their : my);
    return new Change(start, end, start, becomes);
  }

  private List<String> within(List<Change> changes, int start, int end) {
    List<String> lines = new ArrayList<>();
    int done = start;
    for (Change change : changes) {
      if (change.start() < start || change.end() > end) continue;
      lines.addAll(base.subList(done, change.start()));
      lines.addAll(change.becomes());
      done = change.end();
    }
    lines.addAll(base.subList(done, end));
    return lines;
  }
}
