package no.grenselos.reading.intent;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Severity;

/**
 * How soon somebody should look at a post, by the situation it tells of: danger, people who depend
 * on help, no heat or power or money, an end today, earlier tries, many readers, a customer on the
 * way out, a lawyer. Each sign counts once, with its strongest words. Safe for many threads.
 */
final class Urgency {
  private static final Set<Intent> WANTS_NOTHING =
      EnumSet.of(Intent.PRAISE, Intent.NEWS, Intent.SPAM, Intent.JOB);
  private static final double HIGH = 1;
  private static final double URGENT = 2;
  private static final Set<String> COUNT_ALONE = Set.of("danger", "without");
  private static final Set<String> PRESSING = Set.of("danger", "without", "vulnerable", "deadline");

  private final CueBook cues = CueBook.of("severity.tsv");

  /** What was found, strongest first. */
  record Found(Severity severity, List<Evidence> evidence) {}

  Found of(String text, Clauses clauses, Intent intent) {
    if (WANTS_NOTHING.contains(intent)) return new Found(Severity.LOW, List.of());
    Map<String, CueBook.Hit> best = new LinkedHashMap<>();
    for (CueBook.Hit hit : cues.in(clauses)) {
      if (hit.negated()) continue;
      best.merge(hit.cue().meaning(), hit, (a, b) -> b.cue().weight() > a.cue().weight() ? b : a);
    }
    // small children and deadlines are everyday life until something is wrong
    boolean wrong =
        intent == Intent.COMPLAINT || best.keySet().stream().anyMatch(COUNT_ALONE::contains);
    double points = wrong ? best.values().stream().mapToDouble(hit -> hit.cue().weight()).sum() : 0;
    boolean pressing = best.keySet().stream().anyMatch(PRESSING::contains);
    Severity severity = severity(pressing ? points : Math.min(points, HIGH), intent);
    return new Found(severity, points < HIGH ? List.of() : evidence(text, clauses, best));
  }

  private static Severity severity(double points, Intent intent) {
    if (points >= URGENT) return Severity.URGENT;
    if (points >= HIGH) return Severity.HIGH;
    return intent == Intent.OTHER ? Severity.LOW : Severity.NORMAL;
  }

  private static List<Evidence> evidence(
      String text, Clauses clauses, Map<String, CueBook.Hit> found) {
    List<CueBook.Hit> hits = new ArrayList<>(found.values());
    hits.sort((a, b) -> Double.compare(b.cue().weight(), a.cue().weight()));
    return hits.stream().map(hit -> evidence(text, clauses, hit)).toList();
  }

  private static Evidence evidence(String text, Clauses clauses, CueBook.Hit hit) {
    int start = clauses.words().get(hit.place()).start();
    int end = clauses.words().get(hit.place() + hit.cue().words().size() - 1).end();
    return new Evidence(start, end, text.substring(start, end), "severity:" + hit.cue().meaning());
  }
}
