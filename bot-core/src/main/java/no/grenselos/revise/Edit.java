package no.grenselos.revise;

import no.grenselos.config.Node;

/** One change of one entry. */
public sealed interface Edit {
  Section section();

  /** What the entry is known by in its section; empty for a new one. */
  String key();

  /**
   * The entry becomes this; a new one is added where it stands in the order.
   *
   * @param key empty for a new entry
   * @param at place of a new entry in its section, from 0; what is larger means last
   * @param entry all keys with their values; keys that are not among them go
   */
  record Put(Section section, String key, int at, Node.Mapping entry) implements Edit {}

  /** The entry moves to that place in its section, from 0. */
  record Move(Section section, String key, int to) implements Edit {}

  /** The entry goes. */
  record Remove(Section section, String key) implements Edit {}
}
