package no.grenselos.app.people;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.people.Change;
import no.grenselos.people.Plan;

/** What a list would change, for a terminal. */
public final class PlanText {
  private static final int SHOWN_ABSENT = 10;

  private PlanText() {}

  public static List<String> of(Plan.Ready plan) {
    List<String> lines = new ArrayList<>();
    plan.changes().forEach(change -> lines.addAll(lines(change)));
    lines.add(
        "%d new, %d changed, %d join a team, %d as they are"
            .formatted(
                plan.count(Change.Kind.NEW),
                plan.count(Change.Kind.CHANGED),
                plan.count(Change.Kind.JOINS),
                plan.count(Change.Kind.SAME)));
    if (!plan.absent().isEmpty()) lines.add(absent(plan.absent()));
    return lines;
  }

  private static List<String> lines(Change change) {
    List<String> lines = new ArrayList<>();
    switch (change.kind()) {
      case NEW -> lines.add("new      " + change.id() + " (" + plain(change.name()) + ")");
      case CHANGED -> lines.add("changed  " + change.id() + " (" + plain(change.name()) + ")");
      case JOINS -> lines.add("joins    " + plain(change.name()));
      case SAME -> {
        return lines;
      }
    }
    for (Change.Was was : change.what()) {
      boolean known = was.key().equals("name") && was.before().isEmpty();
      if (known || was.key().equals("id")) continue;
      lines.add("           " + was.key() + ": " + said(was));
    }
    return lines;
  }

  private static String said(Change.Was was) {
    if (was.before().isEmpty()) return plain(was.after());
    return plain(was.before()) + " -> " + (was.after().isEmpty() ? "none" : plain(was.after()));
  }

  private static String absent(List<String> ids) {
    String some = String.join(", ", ids.stream().limit(SHOWN_ABSENT).toList());
    String more = ids.size() > SHOWN_ABSENT ? " and " + (ids.size() - SHOWN_ABSENT) + " more" : "";
    return "not in the list, and staying: " + some + more;
  }

  static String plain(String text) {
    return text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "");
  }
}
