package no.grenselos.route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Reading;
import no.grenselos.route.Explanation.Step;
import org.jspecify.annotations.Nullable;

/**
 * One post's way through silences and routes, from top to bottom, given which of their queries
 * match. Not thread safe.
 */
final class Walk {
  private final RuleBook book;
  private final Reading reading;
  private final Map<String, List<Evidence>> matches;
  private final List<Step> steps = new ArrayList<>();
  private final Verdict verdict;

  Walk(RuleBook book, Reading reading, Map<String, List<Evidence>> matches) {
    this.book = book;
    this.reading = reading;
    this.matches = matches;
    this.verdict = new Verdict(book, reading);
  }

  /** The name under which a route's query is stored. */
  static String route(int index) {
    return "routes[" + index + "]";
  }

  /** The name under which a silence's query is stored. */
  static String silence(int index) {
    return "silences[" + index + "]";
  }

  Explanation explained(Instant now) {
    Decision decision = silenced(now).orElseGet(this::routed);
    return new Explanation(decision, steps);
  }

  /**
   * A silence that keeps wins over one that drops; of several that keep, the one that ends last.
   */
  private Optional<Decision> silenced(Instant now) {
    Optional<Decision> verdict = Optional.empty();
    Instant keptUntil = now;
    for (int i = 0; i < book.silences().size(); i++) {
      Silence silence = book.silences().get(i);
      List<Evidence> evidence = matches.get(silence(i));
      boolean active = silence.until().isAfter(now);
      step(silence, active, evidence != null);
      if (!active || evidence == null) continue;
      if (silence.keep() && silence.until().isAfter(keptUntil)) {
        keptUntil = silence.until();
        verdict = Optional.of(new Decision.Hold(keptUntil, silence.why(), because(evidence)));
      } else if (verdict.isEmpty()) {
        verdict = Optional.of(new Decision.Drop("silenced: " + silence.why(), because(evidence)));
      }
    }
    return verdict;
  }

  private void step(Silence silence, boolean active, boolean matches) {
    String came =
        !active
            ? "is over"
            : !matches ? "does not match" : silence.keep() ? "holds it" : "drops it";
    steps.add(new Step("silence \"" + silence.why() + "\"", "", active && matches, came));
  }

  private Because because(List<Evidence> evidence) {
    return new Because(List.of(), book.revision(), evidence);
  }

  private Decision routed() {
    for (int i = 0; i < book.routes().size(); i++) {
      Route route = book.routes().get(i);
      List<Evidence> evidence = evidence(route, i);
      if (evidence == null) continue;
      if (route.drop() != null) return dropped(route, route.drop(), evidence, i);
      Lane lane = laneOf(route);
      if (lane == null) {
        step(route, false, "matches, but no topic was found and so nobody to ask");
        continue;
      }
      verdict.add(route, lane, evidence);
      step(route, true, "matches: " + said(lane) + (route.goOn() ? ", goes on" : ""));
      if (!route.goOn()) return ended(i);
    }
    return verdict.decision();
  }

  /** The route's evidence; null, and a step that says why, when it does not match. */
  private @Nullable List<Evidence> evidence(Route route, int index) {
    List<Evidence> found = route.when() == null ? List.of() : matches.get(route(index));
    if (found == null) {
      step(route, false, "does not match");
    } else if (route.topic() != null && reading.topic(route.topic()).isEmpty()) {
      step(route, false, "the post is not about " + route.topic());
      return null;
    }
    return found;
  }

  private Decision dropped(Route route, String reason, List<Evidence> evidence, int index) {
    boolean first = verdict.undecided();
    step(route, first, first ? "matches: drops it" : "matches, but it is decided already");
    Decision decision = first ? verdict.drop(route, reason, evidence) : verdict.decision();
    unreached(index + 1);
    return decision;
  }

  private Decision ended(int index) {
    unreached(index + 1);
    return verdict.decision();
  }

  private void unreached(int from) {
    for (Route route : book.routes().subList(from, book.routes().size())) {
      step(route, false, "not reached");
    }
  }

  /** The lane a matching route leads to; null when it asks an expert and there is no topic. */
  private @Nullable Lane laneOf(Route route) {
    Lane lane = route.lane();
    if (lane == null || lane == Lane.CARE || verdict.topicFor(route).isPresent()) return lane;
    return lane == Lane.BOTH ? Lane.CARE : null;
  }

  private static String said(Lane lane) {
    return switch (lane) {
      case EXPERT -> "an expert is asked";
      case CARE -> "goes to care";
      case BOTH -> "goes to care, and an expert is asked";
    };
  }

  private void step(Route route, boolean matched, String text) {
    steps.add(new Step(route.name(), route.place(), matched, text));
  }
}
