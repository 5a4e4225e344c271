package no.grenselos.people;

import java.util.List;

/**
 * What a list changes about one person.
 *
 * @param line of the list, from 1
 * @param id theirs in the rule book; empty for somebody who is in a team only
 * @param what by key, in the order of the entry; empty when nothing changes
 */
public record Change(int line, Kind kind, String id, String name, List<Was> what) {
  public Change {
    what = List.copyOf(what);
  }

  /** How somebody comes out of it. */
  public enum Kind {
    /** Was not an expert so far. */
    NEW,
    /** Is changed. */
    CHANGED,
    /** Stays as they are. */
    SAME,
    /** Is no expert, and joins a team. */
    JOINS
  }

  /**
   * One value.
   *
   * @param before empty when there was none
   * @param after empty when it goes
   */
  public record Was(String key, String before, String after) {}
}
