package no.grenselos.chat;

import java.time.Instant;
import java.util.Locale;
import no.grenselos.ticket.OfferId;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * One card of a ticket in one place, posted once and edited in place for the rest of its life.
 *
 * @param offer the nudge this card is; null for a queue's card
 * @param message null until the house confirmed it
 */
public record Placement(
    PlacementId id,
    TicketId ticket,
    Place place,
    Role role,
    @Nullable OfferId offer,
    Locale locale,
    Instant madeAt,
    @Nullable MessageRef message) {

  /** What the card is for. */
  public enum Role {
    /** Asks one expert. */
    NUDGE,
    /** Stands in a team's queue. */
    QUEUE,
    /** Nobody was left to ask: the fallback channel decides. */
    FALLBACK
  }

  /** A placement about to be made, which the store gives its number. */
  public record Draft(
      TicketId ticket,
      Place place,
      Role role,
      @Nullable OfferId offer,
      Locale locale,
      Instant madeAt) {}
}
