package no.grenselos.expert;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * When somebody may be asked, in their own time zone. Instants are found through the zone's rules,
 * so an hour that a change to or from summer time skips or repeats is counted as it really passes.
 *
 * @param days at least one
 * @param from first moment of the day
 * @param to end of the day, after {@code from}
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
  public Hours {
    days = Set.copyOf(days);
    if (days.isEmpty()) throw new IllegalArgumentException("hours have no days");
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("hours end at " + to + ", must be after " + from);
    }
  }

  /** Monday to Friday, 8 to 16. */
  public static Hours usual(ZoneId zone) {
    Set<DayOfWeek> days = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    return new Hours(days, LocalTime.of(8, 0), LocalTime.of(16, 0), zone);
  }

  /** The same at other times of the week. */
  public Hours at(Set<DayOfWeek> otherDays, LocalTime otherFrom, LocalTime otherTo) {
    return new Hours(otherDays, otherFrom, otherTo, zone);
  }

  /** The same in another time zone. */
  public Hours in(ZoneId other) {
    return new Hours(days, from, to, other);
  }

  /** Whether somebody may be asked at this moment. */
  public boolean at(Instant moment) {
    LocalDate day = moment.atZone(zone).toLocalDate();
    return days.contains(day.getDayOfWeek())
        && !moment.isBefore(opening(day))
        && moment.isBefore(closing(day));
  }

  /** The moment itself when open, else the next opening. */
  public Instant nextOpen(Instant moment) {
    if (at(moment)) return moment;
    LocalDate day = moment.atZone(zone).toLocalDate();
    while (!days.contains(day.getDayOfWeek()) || !opening(day).isAfter(moment))
      day = day.plusDays(1);
    return opening(day);
  }

  /** The moment when that much working time has passed since {@code start}. */
  public Instant after(Instant start, Duration working) {
    Instant moment = nextOpen(start);
    Duration left = working;
    while (true) {
      Instant close = closing(moment.atZone(zone).toLocalDate());
      Duration today = Duration.between(moment, close);
      if (left.compareTo(today) <= 0) return moment.plus(left);
      left = left.minus(today);
      moment = nextOpen(close);
    }
  }

  /** The calendar day of this moment, where these hours are kept. */
  public LocalDate day(Instant moment) {
    return moment.atZone(zone).toLocalDate();
  }

  private Instant opening(LocalDate day) {
    return day.atTime(from).atZone(zone).toInstant();
  }

  private Instant closing(LocalDate day) {
    return day.atTime(to).atZone(zone).toInstant();
  }
}
