package no.grenselos.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The rule book's revisions, as the admin wrote them. */
public interface RuleBooks {
  Optional<Source> latest();

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
