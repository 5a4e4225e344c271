package no.grenselos.work;

import no.grenselos.chat.Card;
import no.grenselos.chat.Placement;

/** What a card shows at one moment, and what follows from how its sending went. */
public interface Showing {
  Card content();

  /** Whether a card that is not out yet need not go out any more. */
  default boolean overtaken() {
    return false;
  }

  /** The card stands in its place now, for the first time; within the transaction that keeps it. */
  default void placed(Work work, Placement card) {}

  /** The place cannot be reached. */
  default void unreachable(Work work, Placement card, String reason) {}

  /** Only a content; nothing follows. */
  static Showing of(Card content) {
    return () -> content;
  }
}
