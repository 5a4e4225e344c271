package no.grenselos.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.ticket.Effect;
import no.grenselos.ticket.TicketId;

/** What answers brought about, and who was asked about it when. */
public interface Effects {
  /**
   * Keeps what somebody tells; it takes the place of what was told before.
   *
   * @return false, and nothing is kept, when that was told already, by whomever, or when the ticket
   *     has no answer in {@link Thanks}
   */
  boolean tell(Told told);

  /** What was told last. */
  Optional<Told> of(TicketId ticket);

  /**
   * Somebody is to be asked about the ticket; decided by the store, over all nodes.
   *
   * @param day in their own calendar
   * @return false when they are asked about another one on that day, or when anybody was asked
   *     about this one
   */
  boolean ask(TicketId ticket, String who, LocalDate day);

  /** Whether anybody was asked about it. */
  boolean asked(TicketId ticket);

  /** The tickets about which they were asked and nobody told anything, latest first. */
  List<TicketId> open(String who, int most);

  /** There was no answer after all: what was told is gone, and it may be asked about anew. */
  void takeBack(TicketId ticket);

  /**
   * @param by who tells it
   */
  record Told(TicketId ticket, Effect effect, Colleague by, Instant at) {}
}
