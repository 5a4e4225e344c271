package no.grenselos.storm;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.grenselos.chat.StormAction;
import no.grenselos.chat.Subject;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Lane;
import no.grenselos.store.Books;
import no.grenselos.store.Pauses;
import no.grenselos.store.Pauses.Fate;
import no.grenselos.store.Pauses.Held;
import no.grenselos.store.Pauses.Pause;
import no.grenselos.ticket.CloseReason;
import no.grenselos.ticket.Move;
import no.grenselos.ticket.Moves;
import no.grenselos.ticket.Outcome;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Asking;
import no.grenselos.work.Deed;
import no.grenselos.work.Work;
import org.jspecify.annotations.Nullable;

/** Times in which nobody is asked: what waits is counted, and goes on when they end. */
final class Pausing {
  static final String KIND = "pause";

  /** Timer: the pause ends. */
  static final String END = "pause-end";

  private static final int AT_ONCE = 100;

  private final Asking asking;

  Pausing(Asking asking) {
    this.asking = asking;
  }

  static Subject.Thing subject(Pause pause) {
    return new Subject.Thing(KIND, Long.toString(pause.number()));
  }

  static Optional<Pause> of(Books books, String number) {
    return number.matches("\\d{1,18}")
        ? books.pauses().find(Long.parseLong(number))
        : Optional.empty();
  }

  void begin(Deed deed, StormAction.HoldBack wish) {
    Work work = deed.work();
    // a restart between the wish and now may have let its end go by
    if (!wish.until().isAfter(work.now())) return;
    List<Pause> before = running(work.books(), wish.topic());
    if (before.stream().anyMatch(pause -> asWished(pause, wish))) return;
    before.forEach(pause -> endSoon(work, pause));
    Pauses.Draft draft =
        new Pauses.Draft(
            wish.topic(), wish.careToo(), deed.who(), wish.reason(), work.now(), wish.until());
    Pause pause = work.books().pauses().begin(draft);
    work.wakeAt(END, Long.toString(pause.number()), wish.until());
    deed.note("pause.began", what(pause) + " until " + wish.until());
  }

  private static boolean asWished(Pause pause, StormAction.HoldBack wish) {
    return pause.draft().until().equals(wish.until())
        && pause.draft().careToo() == wish.careToo()
        && pause.draft().reason().equals(wish.reason());
  }

  private static String what(Pause pause) {
    return "pause "
        + pause.number()
        + " of "
        + (pause.draft().topic() == null ? "all" : pause.draft().topic());
  }

  /** What it keeps back is looked at again: by the next pause too, if there is one. */
  private static void endSoon(Work work, Pause pause) {
    work.wakeAt(END, Long.toString(pause.number()), work.now());
  }

  private static List<Pause> running(Books books, @Nullable TopicId topic) {
    return books.pauses().running().stream()
        .filter(pause -> Objects.equals(pause.draft().topic(), topic))
        .toList();
  }

  /** Ends the pause of that topic; every pause when there is none. */
  void goOn(Deed deed, @Nullable TopicId topic) {
    Books books = deed.work().books();
    List<Pause> meant = topic == null ? books.pauses().running() : running(books, topic);
    meant.forEach(pause -> goOn(deed, pause));
  }

  void goOn(Deed deed, Pause pause) {
    if (!deed.work().books().pauses().end(pause.number(), deed.work().now())) return;
    deed.note("pause.ended", what(pause));
    endSoon(deed.work(), pause);
  }

  /** Whether a pause keeps the ticket back; keeps it by the one that lasts longest. */
  boolean holds(Work work, Ticket ticket, Lane lane) {
    Optional<Pause> longest =
        work.books().pauses().running().stream()
            .filter(pause -> pause.covers(ticket.topic(), work.now()))
            .filter(pause -> lane == Lane.EXPERT || pause.draft().careToo())
            .max(Comparator.comparing(pause -> pause.draft().until()));
    longest.ifPresent(pause -> hold(work, pause, ticket, lane));
    return longest.isPresent();
  }

  private static void hold(Work work, Pause pause, Ticket ticket, Lane lane) {
    if (work.books().pauses().hold(pause.number(), ticket.id(), lane, work.now()))
      work.note(Work.GRENSELOS, "ticket.held", ticket.id(), "by " + what(pause));
  }

  /** The pause ends, or ended: lets go what it keeps back, a hundred tickets at a time. */
  void wake(Work work, Pause pause) {
    if (pause.endedAt() == null && work.now().isBefore(pause.draft().until())) {
      work.wakeAt(END, Long.toString(pause.number()), pause.draft().until());
      return;
    }
    if (work.books().pauses().end(pause.number(), work.now()))
      work.note(Work.GRENSELOS, "pause.ended", null, what(pause));
    List<Held> held = work.books().pauses().held(pause.number(), AT_ONCE);
    for (Held one : held) work.books().pauses().letGo(one, goesOn(work, one));
    if (held.size() == AT_ONCE) endSoon(work, pause);
    else if (work.books().pauses().count(pause.number(), null) > 0) tell(work, pause);
  }

  private void tell(Work work, Pause pause) {
    work.place(subject(pause), work.fallback());
  }

  private Fate goesOn(Work work, Held held) {
    Ticket ticket = work.books().tickets().find(held.ticket()).orElseThrow();
    if (!(ticket.state() instanceof TicketState.Open)) return Fate.DONE;
    if (held.lane() == Lane.CARE) {
      // somebody waits for customer service, however long ago they wrote
      asking.queue(work, ticket);
      return Fate.GOES_ON;
    }
    if (fresh(work, ticket)) {
      work.save(ticket, ticket.state(), work.now());
      return Fate.GOES_ON;
    }
    if (ticket.lane() == Lane.EXPERT) close(work, ticket);
    return Fate.TOO_OLD;
  }

  private static boolean fresh(Work work, Ticket ticket) {
    Instant oldest = work.now().minus(work.book().house().storm().fresh());
    return ticket.openedAt().isAfter(oldest);
  }

  private static void close(Work work, Ticket ticket) {
    Move close = new Move.Close(CloseReason.TOO_OLD, null, work.now());
    if (!(Moves.apply(ticket.state(), close) instanceof Outcome.Moved moved)) return;
    work.save(ticket, moved.state(), null);
    work.note(Work.GRENSELOS, "ticket.closed", ticket.id(), "waited too long for a pause's end");
    work.refresh(ticket.id());
  }
}
