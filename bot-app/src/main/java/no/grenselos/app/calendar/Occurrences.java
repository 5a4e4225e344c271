package no.grenselos.app.calendar;

import biweekly.component.VEvent;
import biweekly.property.Attendee;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import no.grenselos.expert.Email;
import org.jspecify.annotations.Nullable;

/** When events of one calendar take place, from now on; within bounds, whatever they ask for. */
final class Occurrences {
  private static final Set<Frequency> KNOWN =
      EnumSet.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);
  private static final Duration LONGEST = Duration.ofDays(800);
  private static final Instant OLDEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final int MOST_REPEATED = 100;
  private static final int MOST_TIMES = 500;

  private final ZoneId zone;
  private final Instant now;
  private final Instant horizon;
  private int repeated;

  Occurrences(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
    this.horizon = now.plus(Ics.AHEAD);
  }

  /** An event that cannot be placed in time, with words that follow "that". */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    Unusable(String reason) {
      super(reason);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  /**
   * @param elsewhere beginnings that another event stands for
   */
  List<Ics.Away> of(VEvent event, Set<Instant> elsewhere) throws Unusable {
    ICalDate start = event.getDateStart() == null ? null : event.getDateStart().getValue();
    if (start == null) throw new Unusable("has no beginning that can be read");
    Instant from = moment(start);
    Instant until = end(event, start, from);
    if (until.isBefore(from)) throw new Unusable("ends before it begins");
    if (Duration.between(from, until).compareTo(LONGEST) > 0) {
      throw new Unusable("is longer than " + LONGEST.toDays() + " days");
    }
    Set<Email> who = who(event);
    List<Ics.Away> all = new ArrayList<>();
    for (Instant begin : beginnings(event, start, from, until)) {
      if (elsewhere.contains(begin)) continue;
      Instant end = shifted(start, begin, from, until);
      if (end.isAfter(now) && begin.isBefore(horizon) && begin.isBefore(end)) {
        all.add(new Ics.Away(begin, end, who));
      }
    }
    return all;
  }

  private Instant end(VEvent event, ICalDate start, Instant from) throws Unusable {
    ICalDate end = event.getDateEnd() == null ? null : event.getDateEnd().getValue();
    if (end != null) return moment(end);
    if (event.getDuration() != null && event.getDuration().getValue() != null) {
      return event.getDuration().getValue().add(Date.from(from)).toInstant();
    }
    return start.hasTime() ? from : day(start).plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** Whole days are as long as their days are: 23 or 25 hours when the clocks change. */
  private Instant shifted(ICalDate start, Instant begin, Instant from, Instant until) {
    if (start.hasTime()) return begin.plus(Duration.between(from, until));
    long days = Duration.between(from, until).plusHours(12).toDays();
    LocalDate first = begin.atZone(zone).toLocalDate();
    return first.plusDays(days).atStartOfDay(zone).toInstant();
  }

  private List<Instant> beginnings(VEvent event, ICalDate start, Instant from, Instant until)
      throws Unusable {
    Recurrence rule = rule(event);
    if (rule == null) return List.of(from);
    repeatable(rule, from);
    List<Instant> all = new ArrayList<>();
    DateIterator dates = event.getDateIterator(TimeZone.getTimeZone(zone));
    Instant first = now.minus(Duration.between(from, until)).minus(Duration.ofDays(1));
    if (first.isAfter(from)) dates.advanceTo(Date.from(first));
    while (dates.hasNext() && all.size() < MOST_TIMES) {
      Instant begin = dates.next().toInstant();
      if (!begin.isBefore(horizon)) break;
      LocalDate day = begin.atZone(zone).toLocalDate();
      all.add(start.hasTime() ? begin : day.atStartOfDay(zone).toInstant());
    }
    return all;
  }

  private static @Nullable Recurrence rule(VEvent event) {
    return event.getRecurrenceRule() == null ? null : event.getRecurrenceRule().getValue();
  }

  private void repeatable(Recurrence rule, Instant from) throws Unusable {
    boolean plain =
        rule.getByHour().isEmpty()
            && rule.getByMinute().isEmpty()
            && rule.getBySecond().isEmpty()
            && rule.getXRules().isEmpty();
    boolean steps = rule.getInterval() == null || rule.getInterval() > 0;
    if (!plain || !steps || !KNOWN.contains(rule.getFrequency())) {
      throw new Unusable("repeats in a way we do not follow");
    }
    if (from.isBefore(OLDEST)) throw new Unusable("repeats since before 1990");
    if (++repeated > MOST_REPEATED) {
      throw new Unusable(
          "is the " + repeated + "th that repeats; at most " + MOST_REPEATED + " may");
    }
  }

  private Instant moment(ICalDate date) throws Unusable {
    return date.hasTime() ? date.toInstant() : day(date).atStartOfDay(zone).toInstant();
  }

  private LocalDate day(ICalDate date) throws Unusable {
    DateTimeComponents raw = date.getRawComponents();
    if (raw == null) return date.toInstant().atZone(zone).toLocalDate();
    try {
      return LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate());
    } catch (DateTimeException e) {
      throw new Unusable("is on a day that no calendar has");
    }
  }

  private static Set<Email> who(VEvent event) {
    if (event.getOrganizer() != null && event.getOrganizer().getEmail() != null) {
      return Email.parse(event.getOrganizer().getEmail()).map(Set::of).orElse(Set.of());
    }
    List<Email> invited =
        event.getAttendees().stream().flatMap(Occurrences::email).distinct().toList();
    return invited.size() == 1 ? Set.copyOf(invited) : Set.of();
  }

  private static Stream<Email> email(Attendee attendee) {
    return Optional.ofNullable(attendee.getEmail()).flatMap(Email::parse).stream();
  }
}
