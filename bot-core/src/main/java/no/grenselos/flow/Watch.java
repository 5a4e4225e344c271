package no.grenselos.flow;

import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;

/** What time does: ends offers that ran out, and asks again when somebody may be asked. */
final class Watch {
  private static final int BATCH = 100;

  private final Workroom room;
  private final Asking asking;

  Watch(Workroom room, Asking asking) {
    this.room = room;
    this.asking = asking;
  }

  /** Wakes every ticket whose time has come. Returns how many there were. */
  int tick() {
    var due = room.read(books -> books.tickets().due(room.now(), BATCH));
    for (Ticket ticket : due) wake(ticket.id());
    return due.size();
  }

  private void wake(TicketId id) {
    room.write(work -> {
      work.books().tickets().find(id).ifPresent(ticket -> wake(work, ticket));
      return true;
    });
  }

  private void wake(Work work, Ticket ticket) {
    if (ticket.wakeAt() == null || ticket.wakeAt().isAfter(work.now())) return;
    switch (ticket.state()) {
      case TicketState.Offered offered -> lapse(work, ticket, offered);
      case TicketState.Open open -> asking.next(work, ticket);
      case TicketState.Claimed claimed -> work.save(ticket, claimed, null);
      case TicketState.Drafted drafted -> work.save(ticket, drafted, null);
      case TicketState.Answered answered -> work.save(ticket, answered, null);
      case TicketState.Closed closed -> work.save(ticket, closed, null);
    }
    work.refresh(ticket.id());
  }

  private void lapse(Work work, Ticket ticket, TicketState.Offered offered) {
    boolean arrived = arrived(work, ticket, offered);
    if (!arrived && asking.prolong(work, ticket)) return;
    work.note(Work.GRENSELOS, "nudge.lapsed", ticket.id(), "no word from " + offered.to());
    if (arrived) {
      Teaching.of(work, ticket, "lapsed:" + offered.offer()).lapsed(offered.to());
    }
    asking.lapse(work, ticket, offered.offer());
  }

  /**
   * Whether the nudge stands in the expert's chat; while the house is down nobody can answer it.
   */
  private static boolean arrived(Work work, Ticket ticket, TicketState.Offered offered) {
    return work.books().placements().of(ticket.id()).stream()
        .filter(card -> offered.offer().equals(card.offer()))
        .allMatch(card -> card.message() != null);
  }
}
