package no.grenselos.store;

import java.time.Instant;
import no.grenselos.expert.Colleague;
import no.grenselos.ticket.Move;
import no.grenselos.ticket.Moves;
import no.grenselos.ticket.Outcome;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;

/** Claims as the flows make them: read, decide, save; read again when somebody was faster. */
public final class Claims {
  private Claims() {}

  public static Outcome claim(Store store, TicketId id, Colleague who, Instant at) {
    while (true) {
      Ticket ticket = store.read(books -> books.tickets().find(id).orElseThrow());
      Outcome outcome = Moves.apply(ticket.state(), new Move.Claim(who, at));
      if (!(outcome instanceof Outcome.Moved moved)) return outcome;
      boolean saved = store.write(books -> books.tickets().save(ticket.with(moved.state(), null)));
      if (saved) return outcome;
    }
  }
}
