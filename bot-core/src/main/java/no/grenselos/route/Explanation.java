package no.grenselos.route;

import java.util.List;

/**
 * A decision and the whole way to it.
 *
 * @param steps every silence and route looked at, in order, and what came of it
 */
public record Explanation(Decision decision, List<Step> steps) {
  public Explanation {
    steps = List.copyOf(steps);
  }

  /**
   * One rule looked at.
   *
   * @param name of the route, or {@code silence "why"}
   * @param place in its file; empty where there is none
   * @param matched whether it had a part in the decision
   * @param text why or why not, in plain English
   */
  public record Step(String name, String place, boolean matched, String text) {}
}
