package no.grenselos.store;

import java.util.List;
import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.ticket.AnswerId;
import no.grenselos.ticket.Proposal;
import no.grenselos.ticket.TicketId;

/** Answers that others inside have a say in. */
public interface Proposals {
  /** Keeps a proposal that nobody decided; one an answer. */
  void add(Proposal proposal);

  Optional<Proposal> find(AnswerId answer);

  /** All of the ticket's, oldest first. */
  List<Proposal> of(TicketId ticket);

  /** The latest of the ticket's that this colleague wrote. */
  default Optional<Proposal> latest(TicketId ticket, Colleague by) {
    return of(ticket).reversed().stream().filter(one -> one.by().is(by)).findFirst();
  }

  /** The first verdict stands. False when there is one already. */
  boolean decide(AnswerId answer, Proposal.Verdict verdict);
}
