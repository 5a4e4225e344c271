package no.grenselos.revise;

/**
 * One line of what differs between two revisions, in the order of the files.
 *
 * @param file as {@code routes.yml}
 * @param line of {@code after}, or of {@code before} where it went; 1-based
 */
public record Difference(String file, int line, Kind kind, String text) {
  /** How a line differs. */
  public enum Kind {
    /** Is the same in both; told because it stands beside one that is not. */
    SAME,
    ADDED,
    REMOVED
  }
}
