package no.grenselos.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.TopicId;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;

/** The tickets; one per mention at most. */
public interface Tickets {
  /** Opens a ticket in state Open. Empty when the mention has one already. */
  Optional<Ticket> open(Ticket.Draft draft);

  Optional<Ticket> find(TicketId id);

  Optional<Ticket> of(MentionId mention);

  /** The newest ones on the topic, newest first. */
  List<Ticket> on(TopicId topic, int most);

  /**
   * Keeps the changed state and times. False when somebody saved since {@code ticket} was read:
   * read again.
   */
  boolean save(Ticket ticket);

  /** Those the colleague has: claimed, or written an answer to; first opened first. */
  List<Ticket> heldBy(String colleague);

  /** Tickets whose {@code wakeAt} has come, first opened first. */
  List<Ticket> due(Instant now, int most);
}
