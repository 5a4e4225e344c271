package no.grenselos.app.web.console.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.revise.Difference;

/**
 * What differs in one file.
 *
 * @param lines the first of them
 * @param further how many lines are not among them
 */
public record FileDifference(String file, List<Difference> lines, int further) {
  /** More than anybody reads on a page, and a page stays small. */
  private static final int MOST = 400;

  static List<FileDifference> of(List<Difference> all) {
    Map<String, List<Difference>> byFile = new LinkedHashMap<>();
    all.forEach(one -> byFile.computeIfAbsent(one.file(), f -> new ArrayList<>()).add(one));
    List<FileDifference> told = new ArrayList<>();
    int left = MOST;
    for (Map.Entry<String, List<Difference>> file : byFile.entrySet()) {
      List<Difference> lines = file.getValue();
      int shown = Math.min(left, lines.size());
      told.add(
          new FileDifference(
              file.getKey(), List.copyOf(lines.subList(0, shown)), lines.size() - shown));
      left -= shown;
    }
    return told;
  }

  /** Whether lines were left out before this one. */
  public boolean jumps(int index) {
    if (index == 0) return false;
    Difference before = lines.get(index - 1);
    Difference here = lines.get(index);
    boolean both = before.kind() == Difference.Kind.SAME && here.kind() == Difference.Kind.SAME;
    return both && here.line() != before.line() + 1;
  }
}
