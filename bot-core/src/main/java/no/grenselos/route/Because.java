package no.grenselos.route;

import java.util.List;
import no.grenselos.reading.Evidence;

/**
 * Why a decision was taken.
 *
 * @param routes names of the routes that decided, in order; empty when none matched
 * @param revision of the rule book
 * @param evidence words and fields that matched, strongest first
 */
public record Because(List<String> routes, int revision, List<Evidence> evidence) {
  public Because {
    routes = List.copyOf(routes);
    evidence = List.copyOf(evidence);
  }

  /** The same without what the post said, for a post that was erased. */
  public Because withoutWords() {
    return new Because(routes, revision, List.of());
  }
}
