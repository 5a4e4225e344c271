package no.grenselos.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import no.grenselos.store.Timers;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Asking;
import no.grenselos.work.Teaching;
import no.grenselos.work.Work;
import no.grenselos.work.Workroom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What time does: ends offers that ran out, and asks again when somebody may be asked. */
final class Watch {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final int BATCH = 100;

  /** When a timer that failed is tried again. */
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final Workroom room;
  private final Asking asking;
  private final Clock onward;
  private int obeyed;
  private Instant obeyFrom = Instant.MIN;

  Watch(Workroom room, Asking asking) {
    this.room = room;
    this.onward = room.onward();
    this.asking = asking;
  }

  /** Wakes every ticket and timer whose time has come. Returns how many there were. */
  int tick() {
    obey();
    var due = room.read(books -> books.tickets().due(room.now(), BATCH));
    for (Ticket ticket : due) wake(ticket.id());
    var timers = room.read(books -> books.timers().due(room.now(), BATCH));
    for (Timers.Timer timer : timers) wake(timer);
    return due.size() + timers.size();
  }

  /** A revision not seen before asks for things at once; one that fails is tried again. */
  private void obey() {
    int revision = room.rules().book().revision();
    if (revision == obeyed || onward.instant().isBefore(obeyFrom)) return;
    try {
      room.write(work -> {
        room.features().obey(work);
        return true;
      });
      obeyed = revision;
    } catch (RuntimeException e) {
      LOG.warn("revision not obeyed revision={}", revision, e);
      obeyFrom = onward.instant().plus(AGAIN);
    }
  }

  /** Another node may take it first; one that fails comes again in a while. */
  private void wake(Timers.Timer timer) {
    try {
      room.write(work -> {
        if (work.books().timers().take(timer)) room.features().wake(work, timer);
        return true;
      });
    } catch (RuntimeException e) {
      LOG.warn("timer failed kind={} id={}", timer.kind(), timer.id(), e);
      room.write(work -> {
        String kind = e.getClass().getSimpleName();
        work.tell("timer.failed", null, timer.kind() + " " + timer.id() + ": " + kind);
        if (work.books().timers().take(timer))
          work.wakeAt(timer.kind(), timer.id(), work.now().plus(AGAIN));
        return true;
      });
    }
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
      case TicketState.Proposed proposed -> work.save(ticket, proposed, null);
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
