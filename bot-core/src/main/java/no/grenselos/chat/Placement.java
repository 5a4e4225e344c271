package no.grenselos.chat;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.ticket.OfferId;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * One card in one place, posted once and edited in place for the rest of its life.
 *
 * @param offer the nudge this card is; null for a queue's card
 * @param message null until the house confirmed it
 */
public record Placement(
    PlacementId id,
    Subject subject,
    Place place,
    Role role,
    @Nullable OfferId offer,
    Locale locale,
    Instant madeAt,
    @Nullable MessageRef message) {

  /** The ticket it is about; empty for a card about something else. */
  public Optional<TicketId> ticket() {
    return subject.ticket();
  }

  /** What the card is for. */
  public enum Role {
    /** Asks one expert. */
    NUDGE,
    /** Stands in a team's queue. */
    QUEUE,
    /** Nobody was left to ask: the fallback channel decides. */
    FALLBACK,
    /** Is about something else than a ticket. */
    OTHER
  }

  /** A placement about to be made, which the store gives its number. */
  public record Draft(
      Subject subject,
      Place place,
      Role role,
      @Nullable OfferId offer,
      Locale locale,
      Instant madeAt) {}
}
