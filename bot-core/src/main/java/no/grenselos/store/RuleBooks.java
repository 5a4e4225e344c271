package no.grenselos.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rule book's revisions, as the admin wrote them. */
public interface RuleBooks {
  Optional<Source> latest();

  /** The newest one's number, without its texts; 0 when there is none. */
  int newest();

  Optional<Source> find(int revision);

  /** Those below that number, newest first. */
  List<Source> before(int revision, int most);

  /** Adds the next revision. False when its number is not the latest plus one (1 for the first). */
  boolean add(Source source);

  /**
   * @param files text by name, as {@code routes.yml}
   * @param why in the admin's words
   */
  record Source(int revision, Instant at, String by, String why, Map<String, String> files) {
    public Source {
      files = Map.copyOf(files);
    }
  }
}
