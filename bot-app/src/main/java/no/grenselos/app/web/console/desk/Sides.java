package no.grenselos.app.web.console.desk;

import java.util.List;

/**
 * What two people changed since the same revision.
 *
 * @param by who was faster; empty while nobody was
 */
public record Sides(List<FileDifference> theirs, List<FileDifference> mine, String by) {
  public static final Sides NONE = new Sides(List.of(), List.of(), "");

  public boolean any() {
    return !by.isEmpty();
  }
}
