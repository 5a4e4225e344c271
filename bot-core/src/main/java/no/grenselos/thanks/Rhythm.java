package no.grenselos.thanks;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Level;

/** When somebody gets their letter: on the day they chose, at two, or when they are there next. */
final class Rhythm {
  /** Late enough to look back on the week, early enough to be read. */
  private static final LocalTime AT = LocalTime.of(14, 0);

  private Rhythm() {}

  /** The first such moment after this one; empty for somebody who wants no letter. */
  static Optional<Instant> next(Expert expert, Instant after) {
    return Optional.ofNullable(expert.manner().digest()).map(day -> next(expert, day, after));
  }

  private static Instant next(Expert expert, DayOfWeek chosen, Instant after) {
    LocalDate day =
        expert.hours().day(after).minusDays(6).with(TemporalAdjusters.nextOrSame(chosen));
    Instant moment = at(expert, day);
    while (!moment.isAfter(after)) {
      day = day.plusWeeks(1);
      moment = at(expert, day);
    }
    return moment;
  }

  private static Instant at(Expert expert, LocalDate day) {
    return expert.hours().nextOpen(day.atTime(AT).atZone(expert.hours().zone()).toInstant());
  }

  /** Whether they only read: nobody nudges them, so their letter brings the posts. */
  static boolean onlyReads(Expert expert) {
    return expert.manner().level() == Level.WATCH || expert.cap().none();
  }
}
