package no.grenselos.route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Reading;
import no.grenselos.route.Explanation.Step;
import no.grenselos.route.match.Hits;
import org.jspecify.annotations.Nullable;

/**
 * One post's way through silences and routes, from top to bottom, given which of their queries
 * match: the routes' first, in order, then the silences'. Not thread safe.
 */
final class Walk {
  private final RuleBook book;
  private final Reading reading;
  private final Hits hits;
  private final boolean telling;
  private final List<Step> steps = new ArrayList<>();
  private final Verdict verdict;

  /**
   * @param telling whether every rule's step is told; otherwise only rules that match are looked at
   */
  Walk(RuleBook book, Reading reading, Hits hits, boolean telling) {
    this.book = book;
    this.reading = reading;
    this.hits = hits;
    this.telling = telling;
    this.verdict = new Verdict(book, reading);
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
      int number = book.routes().size() + i;
      boolean active = silence.until().isAfter(now);
      step(silence, active, hits.has(number));
      if (!active || !hits.has(number)) continue;
      if (silence.keep() && silence.until().isAfter(keptUntil)) {
        keptUntil = silence.until();
        verdict = Optional.of(new Decision.Hold(keptUntil, silence.why(), because(number)));
      } else if (verdict.isEmpty()) {
        verdict = Optional.of(new Decision.Drop("silenced: " + silence.why(), because(number)));
      }
    }
    return verdict;
  }

  private void step(Silence silence, boolean active, boolean matches) {
    if (!telling) return;
    String came =
        !active
            ? "is over"
            : !matches ? "does not match" : silence.keep() ? "holds it" : "drops it";
    steps.add(new Step("silence \"" + silence.why() + "\"", "", active && matches, came));
  }

  private Because because(int number) {
    return new Because(List.of(), book.revision(), hits.evidence(number));
  }

  private Decision routed() {
    for (int i = next(0); i < book.routes().size(); i = next(i + 1)) {
      Route route = book.routes().get(i);
      if (!matches(route, i)) continue;
      if (route.drop() != null) return dropped(route, route.drop(), i);
      Lane lane = laneOf(route);
      if (lane == null) {
        step(route, false, "matches, but no topic was found and so nobody to ask");
        continue;
      }
      verdict.add(route, lane, evidence(route, i));
      step(route, true, "matches: " + said(lane) + (route.goOn() ? ", goes on" : ""));
      if (!route.goOn()) return ended(i);
    }
    return verdict.decision();
  }

  private int next(int from) {
    int hit = telling ? from : hits.next(from);
    return hit < 0 ? book.routes().size() : hit;
  }

  /** Whether the route matches; a step that says why when it does not. */
  private boolean matches(Route route, int index) {
    if (!hits.has(index)) {
      step(route, false, "does not match");
      return false;
    }
    if (route.topic() != null && reading.topic(route.topic()).isEmpty()) {
      step(route, false, "the post is not about " + route.topic());
      return false;
    }
    return true;
  }

  private List<Evidence> evidence(Route route, int index) {
    return route.when() == null ? List.of() : hits.evidence(index);
  }

  private Decision dropped(Route route, String reason, int index) {
    boolean first = verdict.undecided();
    step(route, first, first ? "matches: drops it" : "matches, but it is decided already");
    Decision decision =
        first ? verdict.drop(route, reason, evidence(route, index)) : verdict.decision();
    unreached(index + 1);
    return decision;
  }

  private Decision ended(int index) {
    unreached(index + 1);
    return verdict.decision();
  }

  private void unreached(int from) {
    if (!telling) return;
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
    if (telling) steps.add(new Step(route.name(), route.place(), matched, text));
  }
}
