package no.grenselos.care;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Hours;
import no.grenselos.expert.Team;
import no.grenselos.store.CareBook;
import no.grenselos.store.Facts;
import no.grenselos.store.Timers;
import no.grenselos.ticket.Move;
import no.grenselos.ticket.Moves;
import no.grenselos.ticket.Outcome;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Asking;
import no.grenselos.work.Courtesy;
import no.grenselos.work.Work;

/**
 * Gives back what somebody took and then said nothing about for the route's {@code claim-for}, in
 * their working time. A note, or a question for a fact, is a word.
 */
final class Silences {
  static final String KIND = "claim";

  private final Asking asking;

  Silences(Asking asking) {
    this.asking = asking;
  }

  /** Sets the moment at which silence has lasted too long. */
  void changed(Work work, Ticket ticket) {
    due(work, ticket)
        .ifPresentOrElse(
            due -> work.wakeAt(KIND, ticket.id().toString(), due),
            () -> work.books().timers().clear(KIND, ticket.id().toString()));
  }

  void wake(Work work, Timers.Timer timer) {
    Ticket ticket = work.books().tickets().find(TicketId.parse(timer.id())).orElse(null);
    if (ticket == null) return;
    Instant due = due(work, ticket).orElse(Instant.MAX);
    if (due.isAfter(work.now())) {
      changed(work, ticket);
    } else if (ticket.state() instanceof TicketState.Claimed claimed) {
      giveBack(work, ticket, claimed);
    }
  }

  private void giveBack(Work work, Ticket ticket, TicketState.Claimed claimed) {
    Move release = new Move.Release(claimed.by(), work.now());
    if (!(Moves.apply(ticket.state(), release) instanceof Outcome.Moved moved)) return;
    Ticket free = work.save(ticket, moved.state(), null);
    work.note(Work.GRENSELOS, "ticket.released", ticket.id(), "no word from " + claimed.by().id());
    work.book()
        .handleOf(claimed.by())
        .map(owner -> Voice.to(work, owner))
        .ifPresent(voice ->
            voice.whisper(
                KIND + ":" + ticket.id() + ":" + claimed.at(),
                voice.say("claim.given-back", voice.post(ticket), voice.time(claimed.at()))));
    asking.next(work, free);
    work.refresh(ticket.id());
  }

  private static Optional<Instant> due(Work work, Ticket ticket) {
    Duration claimFor = ticket.terms().claimFor();
    if (claimFor == null || !(ticket.state() instanceof TicketState.Claimed claimed)) {
      return Optional.empty();
    }
    Instant lastWord = lastWord(work, ticket, claimed);
    return Optional.of(
        hours(work, ticket, claimed.by())
            .map(hours -> hours.after(lastWord, claimFor))
            .orElse(lastWord.plus(claimFor)));
  }

  private static Instant lastWord(Work work, Ticket ticket, TicketState.Claimed claimed) {
    Colleague owner = claimed.by();
    Stream<Instant> noted =
        work.books().care().notes(ticket.id()).stream()
            .filter(note -> note.by().is(owner))
            .map(CareBook.Note::at);
    Stream<Instant> asked =
        work.books().facts().of(ticket.id()).stream()
            .filter(fact -> fact.by().is(owner))
            .map(Facts.Fact::askedAt);
    return Stream.concat(noted, asked)
        .filter(claimed.at()::isBefore)
        .max(Instant::compareTo)
        .orElse(claimed.at());
  }

  private static Optional<Hours> hours(Work work, Ticket ticket, Colleague owner) {
    return work.book().experts().stream()
        .filter(expert -> expert.id().id().equals(owner.id()))
        .map(Expert::hours)
        .findFirst()
        .or(() -> Courtesy.teamOf(work.books(), work.book(), ticket).map(Team::hours))
        .or(() -> work.book().teamOf(ticket.terms().channel()).map(Team::hours));
  }
}
