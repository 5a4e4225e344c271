package no.grenselos.storm;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Subject;
import no.grenselos.route.Lane;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Books;
import no.grenselos.store.Storms;
import no.grenselos.store.Storms.Incident;
import no.grenselos.store.Storms.Standing;
import no.grenselos.ticket.CloseReason;
import no.grenselos.ticket.Move;
import no.grenselos.ticket.Moves;
import no.grenselos.ticket.Outcome;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Asking;
import no.grenselos.work.Deed;
import no.grenselos.work.Question;
import no.grenselos.work.Work;

/** What people and time do to incidents. */
final class Incidents {
  static final String KIND = "incident";

  /** Timer: whether the incident died down. */
  static final String CALM = "incident-calm";

  /** Timer: the card is to be written anew. */
  static final String CARD = "incident-card";

  /** Between two looks at whether it died down; also what the card's trend counts by. */
  static final Duration LOOK = Duration.ofMinutes(10);

  /** Slack lets a message be edited about once a second (docs.slack.dev, Rate limits, tier 3). */
  private static final Duration CARD_EVERY = Duration.ofSeconds(10);

  /** It died down when so many times the usual while brings fewer than a part of a storm. */
  private static final int CALM_FOR = 4;

  private static final int PART = 5;
  private static final int AT_ONCE = 1_000;

  private final Asking asking;

  Incidents(Asking asking) {
    this.asking = asking;
  }

  static Subject.Thing subject(long number) {
    return new Subject.Thing(KIND, Long.toString(number));
  }

  static Optional<Incident> of(Books books, ChatEvent.On on) {
    return Question.thingOf(books, on, KIND).flatMap(thing -> of(books, thing.id()));
  }

  static Optional<Incident> of(Books books, String number) {
    return number.matches("\\d{1,18}")
        ? books.storms().find(Long.parseLong(number))
        : Optional.empty();
  }

  /** Not at once, as the next post may come in a second. */
  static void refreshSoon(Work work, long number) {
    boolean first =
        work.books().timers().setOnce(CARD, Long.toString(number), work.now().plus(CARD_EVERY));
    if (first) work.tell("storm.grew", null, "incident " + number);
  }

  /** A ticket changed: where it stands is part of its incident's figures. */
  static void follow(Work work, Ticket ticket) {
    Storms storms = work.books().storms();
    storms.stands(ticket.id(), standing(ticket.state()));
    storms.of(ticket.id()).ifPresent(member -> refreshSoon(work, member.incident()));
  }

  private static Standing standing(TicketState state) {
    return switch (state) {
      case TicketState.Open open -> Standing.WAITING;
      case TicketState.Offered offered -> Standing.WAITING;
      case TicketState.Claimed claimed -> Standing.TAKEN;
      case TicketState.Proposed proposed -> Standing.TAKEN;
      case TicketState.Drafted drafted -> Standing.TAKEN;
      case TicketState.Answered answered -> Standing.ANSWERED;
      case TicketState.Closed closed -> Standing.CLOSED;
    };
  }

  void share(Deed deed, Incident incident, String line) {
    deed.work().books().storms().share(incident.number(), line, deed.who());
    deed.note("storm.line", "incident " + incident.number());
  }

  void over(Deed deed, Incident incident) {
    Work work = deed.work();
    if (work.books().storms().end(incident.number(), deed.who(), work.now())) {
      deed.note("storm.over", "incident " + incident.number());
      work.books().timers().clear(CALM, Long.toString(incident.number()));
    }
  }

  /** Nobody answers those that wait; whoever is being asked may still say yes. */
  void closeRest(Deed deed, Incident incident) {
    Work work = deed.work();
    int closed = 0;
    for (Ticket ticket : waiting(work.books(), incident)) {
      Move close = new Move.Close(CloseReason.NOT_WORTH_ANSWERING, deed.who(), work.now());
      if (!(ticket.state() instanceof TicketState.Open)) continue;
      if (!(Moves.apply(ticket.state(), close) instanceof Outcome.Moved moved)) continue;
      work.save(ticket, moved.state(), null);
      work.note(deed.who().id(), "ticket.closed", ticket.id(), "with the rest of an incident");
      work.refresh(ticket.id());
      closed++;
    }
    deed.note("storm.rest-closed", "incident " + incident.number() + ": " + closed);
  }

  /** Those that wait go the ordinary way, oldest first: experts' hours and caps hold as ever. */
  void askRest(Deed deed, Incident incident) {
    Work work = deed.work();
    int asked = 0;
    for (Ticket ticket : waiting(work.books(), incident)) {
      if (!work.books().storms().release(ticket.id())) continue;
      if (!(ticket.state() instanceof TicketState.Open)) continue;
      boolean shown = !work.books().placements().of(ticket.id()).isEmpty();
      if (ticket.lane() != Lane.EXPERT && !shown) asking.queue(work, ticket);
      if (ticket.lane() != Lane.CARE) work.save(ticket, ticket.state(), work.now());
      asked++;
    }
    deed.note("storm.rest-asked", "incident " + incident.number() + ": " + asked);
  }

  /** Oldest ticket first. */
  static List<Ticket> waiting(Books books, Incident incident) {
    return books.storms().tickets(incident.number(), Standing.WAITING, AT_ONCE).stream()
        .sorted(Comparator.comparingLong(TicketId::number))
        .flatMap(id -> books.tickets().find(id).stream())
        .toList();
  }

  /** Time went by: ends the incident when it died down, and shows how it goes. */
  void wake(Work work, Incident incident) {
    if (incident.endedAt() != null) return;
    RuleBook.Storm rule = work.book().house().storm();
    Instant from = work.now().minus(rule.within().multipliedBy(CALM_FOR));
    int lately = work.books().storms().count(incident.number(), from, work.now());
    if (lately * PART < rule.posts()
        && work.books().storms().end(incident.number(), null, work.now())) {
      work.note(Work.GRENSELOS, "storm.died-down", null, "incident " + incident.number());
    } else {
      work.wakeAt(CALM, Long.toString(incident.number()), work.now().plus(LOOK));
    }
    work.refresh(subject(incident.number()));
  }
}
