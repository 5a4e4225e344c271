package no.grenselos.ruling;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.revise.Difference;
import no.grenselos.work.Phrases;

/** The lines of a difference that changed, in few words. */
final class Changed {
  private static final int MOST = 10;
  private static final int LONGEST = 200;

  private Changed() {}

  /** Added lines after a plus, those that went after a minus; at most ten. */
  static List<String> lines(List<Difference> differences, Phrases phrases) {
    List<Difference> changed =
        differences.stream().filter(one -> one.kind() != Difference.Kind.SAME).toList();
    List<String> lines = new ArrayList<>();
    for (Difference one : changed.subList(0, Math.min(MOST, changed.size()))) lines.add(line(one));
    if (changed.size() > MOST) lines.add(phrases.say("more-lines", changed.size() - MOST));
    return lines;
  }

  private static String line(Difference one) {
    String sign =
        switch (one.kind()) {
          case ADDED -> "+ ";
          case REMOVED -> "− ";
          case SAME -> "  ";
        };
    String text = one.text().strip();
    return sign + text.substring(0, Math.min(LONGEST, text.length()));
  }
}
