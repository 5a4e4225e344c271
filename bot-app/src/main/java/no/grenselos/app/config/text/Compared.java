package no.grenselos.app.config.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import no.grenselos.app.config.text.Lines.Change;
import no.grenselos.revise.Difference;
import no.grenselos.revise.Difference.Kind;

/** Tells how the files of two revisions differ, for people. */
public final class Compared {
  /** Lines shown around what differs. */
  private static final int AROUND = 3;

  private final String file;
  private final List<String> before;
  private final List<String> after;
  private final List<Difference> found = new ArrayList<>();
  private int shown;

  private Compared(String file, String before, String after) {
    this.file = file;
    this.before = Lines.of(before);
    this.after = Lines.of(after);
  }

  /** What differs, file by file in the order of their names; a file that is not there is empty. */
  public static List<Difference> of(Map<String, String> before, Map<String, String> after) {
    List<Difference> all = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      String old = before.getOrDefault(name, "");
      all.addAll(new Compared(name, old, after.getOrDefault(name, "")).found());
    }
    return all;
  }

  private List<Difference> found() {
    List<Change> changes = Lines.changes(before, after);
    for (int nth = 0; nth < changes.size(); nth++) {
      Change change = changes.get(nth);
      int end = change.at() + change.becomes().size();
      same(change.at() - AROUND, change.at());
      for (int i = change.start(); i < change.end(); i++) add(Kind.REMOVED, i, before);
      for (int i = change.at(); i < end; i++) add(Kind.ADDED, i, after);
      shown = end;
      int until = nth + 1 < changes.size() ? changes.get(nth + 1).at() : after.size();
      same(end, Math.min(end + AROUND, until));
    }
    return found;
  }

  private void same(int from, int to) {
    for (int i = Math.max(from, shown); i < to; i++) {
      add(Kind.SAME, i, after);
      shown = i + 1;
    }
  }

  private void add(Kind kind, int line, List<String> lines) {
    found.add(new Difference(file, line + 1, kind, lines.get(line).stripTrailing()));
  }
}
