package no.grenselos.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import no.grenselos.expert.Absence;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Hours;
import no.grenselos.expert.Level;
import no.grenselos.expert.Team;
import no.grenselos.route.Reporting;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Books;
import no.grenselos.work.Shut;

/**
 * When somebody may be asked: in their working hours, and not while they are away or want to be
 * left alone.
 */
record Calm(Hours hours, Absence absence) {
  /** Empty for somebody who wants no questions, or cannot be reached. */
  static Optional<Calm> of(Books books, RuleBook book, Colleague who) {
    Optional<Expert> expert = book.expert(who);
    if (expert.isPresent()) return expert.filter(e -> askable(books, e)).map(Calm::of);
    return Handle.parse(who.id())
        .filter(handle -> !Shut.gone(books).contains(handle))
        .map(handle -> new Calm(hours(book, handle), Absence.NONE));
  }

  private static boolean askable(Books books, Expert expert) {
    return expert.level() != Level.WATCH
        && !expert.cap().none()
        && Shut.reachable(Shut.gone(books), expert).isPresent();
  }

  private static Calm of(Expert expert) {
    return new Calm(expert.hours(), expert.manner().absence());
  }

  /** Their team's; whoever is in none works as usual. */
  private static Hours hours(RuleBook book, Handle who) {
    return book.teams().stream()
        .filter(team -> team.has(who))
        .map(Team::hours)
        .findFirst()
        .orElseGet(() -> Hours.usual(book.house().zone()).without(book.house().daysOff()));
  }

  /** The moment itself when they may be asked then, else the next one at which they may. */
  Instant from(Instant moment) {
    Instant open = hours.nextOpen(moment);
    Optional<Instant> back = absence.end(open);
    return back.isPresent() ? from(back.get()) : open;
  }

  LocalDate day(Instant moment) {
    return hours.day(moment);
  }

  /** The beginning of the next day, in their calendar. */
  Instant tomorrow(Instant moment) {
    return day(moment).plusDays(1).atStartOfDay(hours.zone()).toInstant();
  }

  /** When they may be asked about an answer at the earliest; empty for never. */
  Optional<Instant> due(Reporting.FollowUp wanted, Instant answered) {
    return switch (wanted) {
      case Reporting.FollowUp.NextMorning next -> Optional.of(from(tomorrow(answered)));
      case Reporting.FollowUp.After after -> Optional.of(from(answered.plus(after.time())));
      case Reporting.FollowUp.Never never -> Optional.empty();
    };
  }
}
