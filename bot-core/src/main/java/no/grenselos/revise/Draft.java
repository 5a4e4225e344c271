package no.grenselos.revise;

import java.time.Instant;
import java.util.Map;

/**
 * A rule book somebody wants to have.
 *
 * @param base the revision they changed
 * @param files texts by name, all of them
 * @param by their colleague's id
 * @param why in their words; may be empty
 */
public record Draft(int base, Map<String, String> files, String by, String why, Instant at) {
  public Draft {
    files = Map.copyOf(files);
  }

  /** The same with other files. */
  public Draft with(Map<String, String> others) {
    return new Draft(base, others, by, why, at);
  }
}
