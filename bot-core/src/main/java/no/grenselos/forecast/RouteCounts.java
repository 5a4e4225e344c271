package no.grenselos.forecast;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.config.ConfigProblem;
import no.grenselos.route.Because;
import no.grenselos.route.Route;

/**
 * Counts how many posts each route matches and decides, and who decides where one has no say. Not
 * thread safe.
 */
final class RouteCounts {
  /** Of fewer posts no share says much. */
  private static final int ENOUGH = 100;

  /** From this share on a route is hardly about anything; a judgement. */
  private static final double NEARLY_EVERY = 0.5;

  /** A route that matched fewer may decide the next one. */
  private static final int OFTEN = 5;

  private final List<Route> routes;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int[] matched;
  private final int[] decided;
  private final List<Map<Integer, Integer>> takers = new ArrayList<>();
  private int posts;

  RouteCounts(List<Route> routes) {
    this.routes = routes;
    this.matched = new int[routes.size()];
    this.decided = new int[routes.size()];
    for (int i = 0; i < routes.size(); i++) {
      numbers.putIfAbsent(routes.get(i).name(), i);
      takers.add(new HashMap<>());
    }
  }

  /**
   * @param matching numbers of the routes that match the post, reached or not
   */
  void add(BitSet matching, Because because) {
    posts++;
    int last = -1;
    for (String name : because.routes()) {
      last = numbers.getOrDefault(name, -1);
      if (last >= 0) decided[last]++;
    }
    for (int i = matching.nextSetBit(0); i >= 0; i = matching.nextSetBit(i + 1)) {
      matched[i]++;
      if (last >= 0 && last < i) takers.get(i).merge(last, 1, Integer::sum);
    }
  }

  /** What the posts show of the routes. */
  List<ConfigProblem> advice() {
    List<ConfigProblem> advice = new ArrayList<>();
    for (int i = 0; i < routes.size(); i++) {
      if (broad(i)) advice.add(Place.of(routes.get(i), i, "when", share(i)));
      if (taken(i)) advice.add(Place.of(routes.get(i), i, "", takenBy(i)));
    }
    return advice;
  }

  private boolean broad(int route) {
    String when = routes.get(route).when();
    return when != null
        && !when.strip().equals("*:*")
        && posts >= ENOUGH
        && matched[route] >= NEARLY_EVERY * posts;
  }

  private String share(int route) {
    return "matches %d %% of the %d posts that were looked at; name what the post must be about, or write *:* if every post is meant"
        .formatted(Math.round(100.0 * matched[route] / posts), posts);
  }

  private boolean taken(int route) {
    int byOthers = takers.get(route).values().stream().mapToInt(Integer::intValue).sum();
    return matched[route] >= OFTEN && decided[route] == 0 && byOthers == matched[route];
  }

  private String takenBy(int route) {
    Map.Entry<Integer, Integer> most =
        takers.get(route).entrySet().stream()
            .max(
                Map.Entry.<Integer, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .orElseThrow();
    Route taker = routes.get(most.getKey());
    boolean all = most.getValue() == matched[route];
    return "decided none of the %d posts it matches: %s had been taken by \"%s\" before; move it up, or give that one go-on: true"
        .formatted(matched[route], all ? "each" : most.getValue() + " of them", taker.name());
  }
}
