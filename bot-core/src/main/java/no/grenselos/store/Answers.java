package no.grenselos.store;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.AnswerId;
import no.grenselos.ticket.TicketId;

/** What people inside wrote. */
public interface Answers {
  Answer write(TicketId ticket, Colleague by, String text, Instant at);

  Optional<Answer> find(AnswerId id);

  /** All of the ticket's, oldest first. */
  List<Answer> of(TicketId ticket);

  void published(AnswerId id, URI link);

  /** The one that was published there; the newest where several were. */
  Optional<Answer> at(URI link);
}
