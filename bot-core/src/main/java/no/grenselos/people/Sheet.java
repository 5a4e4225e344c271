package no.grenselos.people;

import java.util.List;
import no.grenselos.config.Node;

/**
 * A list of people as somebody wrote it; nothing of it is believed yet.
 *
 * @param file as its owner named it
 * @param rows one a person, with the keys of {@link Column}; what was left empty is not there
 */
public record Sheet(String file, List<Node.Mapping> rows) {
  /** The largest list that is read. */
  public static final int MOST = 1_000;

  public Sheet {
    rows = List.copyOf(rows);
  }
}
