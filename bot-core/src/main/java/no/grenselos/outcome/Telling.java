package no.grenselos.outcome;

import no.grenselos.expert.Colleague;
import no.grenselos.expert.Handle;
import no.grenselos.route.Goal;
import no.grenselos.route.RuleBook;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Books;
import no.grenselos.store.Effects.Told;
import no.grenselos.ticket.Effect;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.TicketDeed;
import no.grenselos.work.Work;

/** Keeps what somebody tells, when it is theirs to tell. */
final class Telling {
  private Telling() {}

  static void tell(TicketDeed deed, Effect effect) {
    if (!deed.allowed()) return;
    Work work = deed.work();
    Ticket ticket = deed.ticket();
    Goal goal = ticket.terms().goal();
    if (!(ticket.state() instanceof TicketState.Answered answered)
        || goal == null
        || !Effect.of(goal).contains(effect)) {
      refuse(deed, "whisper.nothing-to-tell");
    } else if (!may(work.books(), work.book(), ticket, deed.event().who().handle())) {
      refuse(deed, "whisper.not-yours");
    } else {
      keep(deed, answered, new Told(ticket.id(), effect, deed.who(), work.now()));
    }
  }

  private static void refuse(TicketDeed deed, String why) {
    deed.whisper("outcome", why);
    deed.note("action.refused", "TellEffect: " + why);
  }

  private static void keep(TicketDeed deed, TicketState.Answered answered, Told told) {
    Work work = deed.work();
    if (!work.books().effects().tell(told)) return;
    work.books().statistics().told(told.ticket(), told.effect());
    deed.note("outcome.told", told.effect().name());
    work.refresh(told.ticket());
    Questions.home(work, answered.by()).ifPresent(work::refreshHome);
  }

  /** Whoever answered, whoever had it before, and who leads them. */
  static boolean may(Books books, RuleBook book, Ticket ticket, Handle who) {
    Colleague colleague = book.colleague(who, "");
    if (answered(ticket, colleague)) return true;
    return TicketDeed.leads(books, book, ticket.id(), who)
        || books.audit().of(ticket.id()).stream().anyMatch(entry -> had(entry, colleague));
  }

  private static boolean answered(Ticket ticket, Colleague who) {
    return ticket.state() instanceof TicketState.Answered answered && answered.by().is(who);
  }

  private static boolean had(AuditLog.Entry entry, Colleague who) {
    return switch (entry.what()) {
      case "ticket.claimed", "ticket.answered" -> entry.who().equals(who.id());
      case "ticket.handed-over" -> entry.detail().equals("to " + who.id());
      default -> false;
    };
  }
}
