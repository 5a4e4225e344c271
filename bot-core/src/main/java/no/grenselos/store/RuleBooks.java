package no.grenselos.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

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

    /** The same, with the files that hold examples changed: the rules' own tests, and topics. */
    public Source withExamples(UnaryOperator<String> change) {
      Map<String, String> changed = new HashMap<>(files);
      changed.replaceAll((name, text) ->
          name.equals("routes-test.yml") || name.startsWith("topics/") ? change.apply(text) : text);
      return new Source(revision, at, by, why, changed);
    }

    /** The same files as the revision after this one. */
    public Source next(Instant when, String who, String reason) {
      return new Source(revision + 1, when, who, reason, files);
    }
  }
}
