package no.grenselos.command;

import java.util.List;
import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Handle;
import no.grenselos.ticket.Move;
import no.grenselos.ticket.Moves;
import no.grenselos.ticket.Offer;
import no.grenselos.ticket.Outcome;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.Asking;
import no.grenselos.work.Elsewhere;
import no.grenselos.work.Shut;
import no.grenselos.work.Work;

/** Somebody leaves: what they were asked is asked of the next, and what they had is free again. */
final class Leaving {
  private final Asking asking;

  Leaving(Asking asking) {
    this.asking = asking;
  }

  /** Whether they were one of those who answer posts. */
  boolean leaves(Work work, Handle who) {
    Optional<Expert> expert = work.book().expert(who);
    expert.ifPresent(known -> endOffers(work, known));
    if (expert.flatMap(known -> Shut.reachable(Shut.gone(work.books()), known)).isPresent()) {
      // they work on in another house
      return true;
    }
    Colleague colleague = work.book().colleague(who, "");
    List<Ticket> held = work.books().tickets().heldBy(colleague.id());
    for (Ticket ticket : held) free(work, ticket, colleague);
    boolean member = work.book().teams().stream().anyMatch(team -> team.has(who));
    return expert.isPresent() || member || !held.isEmpty();
  }

  private void endOffers(Work work, Expert expert) {
    for (Offer offer : work.books().offers().running(expert.id())) {
      Ticket ticket = work.books().tickets().find(offer.ticket()).orElseThrow();
      if (Elsewhere.goesOn(work, ticket, offer.id())) continue;
      work.note(
          Work.GRENSELOS, "nudge.ended", ticket.id(), expert.id() + " is not in the chat any more");
      asking.lapse(work, ticket, offer.id());
      work.refresh(ticket.id());
    }
  }

  /** An answer that is on its way out goes out all the same. */
  private void free(Work work, Ticket ticket, Colleague holder) {
    Move release = new Move.Release(holder, work.now());
    if (!(Moves.apply(ticket.state(), release) instanceof Outcome.Moved moved)) return;
    Ticket open = work.save(ticket, moved.state(), null);
    work.note(
        Work.GRENSELOS,
        "ticket.released",
        ticket.id(),
        holder.id() + " is not in the chat any more");
    asking.next(work, open);
    work.refresh(ticket.id());
  }
}
