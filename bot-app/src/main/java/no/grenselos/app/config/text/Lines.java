package no.grenselos.app.config.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A text as lines, and what of them differs between two texts. */
final class Lines {
  /** Above this many lines that are in one text only, all are one change: more takes too long. */
  private static final int MOST = 5_000;

  /** The same for all lines looked at. */
  private static final int MOST_IN_ALL = 40_000;

  private Lines() {}

  /**
   * Lines that became others.
   *
   * @param start of the first of them, from 0; the first behind them where there are none
   * @param end exclusive
   * @param at of the lines they became, in the other text
   */
  record Change(int start, int end, int at, List<String> becomes) {
    Change {
      becomes = List.copyOf(becomes);
    }
  }

  /** Changes by where they begin, then by where they end. */
  static final Comparator<Change> IN_ORDER =
      Comparator.comparingInt(Change::start).thenComparingInt(Change::end);

  /** Each with its line break, so that together they are the text again. */
  static List<String> of(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 ? text.length() : feed + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }

  /** Adds them to the text: a last line may have no line break, and not be the last any more. */
  static void append(StringBuilder text, List<String> lines) {
    for (String line : lines) {
      if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') text.append('\n');
      text.append(line);
    }
  }

  /** What differs, in order. */
  static List<Change> changes(List<String> before, List<String> after) {
    int same = sameAtStart(before, after);
    int tail = sameAtEnd(before, after, same);
    List<String> gone = before.subList(same, before.size() - tail);
    List<String> come = after.subList(same, after.size() - tail);
    if (gone.isEmpty() && come.isEmpty()) return List.of();
    if (gone.isEmpty() || come.isEmpty() || tooMany(gone, come)) {
      return List.of(new Change(same, same + gone.size(), same, come));
    }
    List<Change> changes = new ArrayList<>();
    var patch = DiffUtils.diff(gone, come, new MyersDiffWithLinearSpace<>());
    for (AbstractDelta<String> delta : patch.getDeltas()) {
      int start = same + delta.getSource().getPosition();
      int end = start + delta.getSource().size();
      int at = same + delta.getTarget().getPosition();
      changes.add(new Change(start, end, at, delta.getTarget().getLines()));
    }
    return changes;
  }

  private static boolean tooMany(List<String> gone, List<String> come) {
    if (gone.size() + come.size() > MOST_IN_ALL) return true;
    Map<String, Integer> more = new HashMap<>();
    gone.forEach(line -> more.merge(line, 1, Integer::sum));
    come.forEach(line -> more.merge(line, -1, Integer::sum));
    return more.values().stream().mapToInt(Math::abs).sum() > MOST;
  }

  private static int sameAtStart(List<String> before, List<String> after) {
    int most = Math.min(before.size(), after.size());
    int same = 0;
    while (same < most && before.get(same).equals(after.get(same))) same++;
    return same;
  }

  private static int sameAtEnd(List<String> before, List<String> after, int start) {
    int most = Math.min(before.size(), after.size()) - start;
    int same = 0;
    while (same < most
        && before.get(before.size() - 1 - same).equals(after.get(after.size() - 1 - same))) {
      same++;
    }
    return same;
  }
}
