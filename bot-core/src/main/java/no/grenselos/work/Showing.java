package no.grenselos.work;

import java.time.Instant;
import java.util.Optional;
import no.grenselos.chat.Card;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Presence;
import no.grenselos.expert.Handle;

/** What a card shows at one moment, and what follows from how its sending went. */
public interface Showing {
  Card content();

  /** Whether a card that is not out yet need not go out any more. */
  default boolean overtaken() {
    return false;
  }

  /**
   * Whose peace a card that is not out yet would disturb: their chat house is asked how their day
   * is before it goes out. Empty when it may come at any time.
   */
  default Optional<Handle> disturbs() {
    return Optional.empty();
  }

  /** Whether the card may go out, as the house says their day is. */
  default boolean fits(Presence presence, Instant now) {
    return presence.awayUntil() == null || !presence.awayUntil().isAfter(now);
  }

  /**
   * The card does not fit and was not sent; within the transaction that puts it off.
   *
   * @return when to try again; empty when it need not go out any more
   */
  default Optional<Instant> waits(Work work, Placement card, Presence presence) {
    return Optional.ofNullable(presence.awayUntil());
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
