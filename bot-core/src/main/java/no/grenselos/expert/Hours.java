package no.grenselos.expert;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import no.grenselos.calendar.DaysOff;

/**
 * When somebody may be asked, in their own time zone, without days off unless some are given.
 * Instants are found through the zone's rules, so an hour that a change to or from summer time
 * skips or repeats is counted as it really passes.
 *
 * @param days at least one
 * @param from first moment of the day
 * @param to end of the day, after {@code from}
 * @param off days that are no working days whatever the day of the week
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone, DaysOff off) {
  public Hours {
    days = Set.copyOf(days);
    if (days.isEmpty()) throw new IllegalArgumentException("hours have no days");
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("hours end at " + to + ", must be after " + from);
    }
  }

  /** Hours kept on holidays too. */
  public Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
    this(days, from, to, zone, DaysOff.NONE);
  }

  /** The same hours with other days off. */
  public Hours without(DaysOff daysOff) {
    return new Hours(days, from, to, zone, daysOff);
  }

  /** Monday to Friday, 8 to 16. */
  public static Hours usual(ZoneId zone) {
    Set<DayOfWeek> days = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    return new Hours(days, LocalTime.of(8, 0), LocalTime.of(16, 0), zone);
  }

  /** The same at other times of the week. */
  public Hours at(Set<DayOfWeek> otherDays, LocalTime otherFrom, LocalTime otherTo) {
    return new Hours(otherDays, otherFrom, otherTo, zone, off);
  }

  /** The same in another time zone. */
  public Hours in(ZoneId other) {
    return new Hours(days, from, to, other, off);
  }

  /** Whether somebody may be asked at this moment. */
  public boolean at(Instant moment) {
    LocalDate day = moment.atZone(zone).toLocalDate();
    return works(day) && !moment.isBefore(opening(day)) && moment.isBefore(closing(day));
  }

  /** The moment itself when open, else the next opening. */
  public Instant nextOpen(Instant moment) {
    if (at(moment)) return moment;
    LocalDate day = moment.atZone(zone).toLocalDate();
    while (!works(day) || !opening(day).isAfter(moment)) day = day.plusDays(1);
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

  /** The latest moment from which that much working time leads to {@code end}. */
  public Instant before(Instant end, Duration working) {
    Instant moment = end;
    Duration left = working;
    while (true) {
      LocalDate day = moment.atZone(zone).toLocalDate();
      while (!works(day) || !opening(day).isBefore(moment)) day = day.minusDays(1);
      if (closing(day).isBefore(moment)) moment = closing(day);
      Duration today = Duration.between(opening(day), moment);
      if (left.compareTo(today) <= 0) return moment.minus(left);
      left = left.minus(today);
      moment = opening(day);
    }
  }

  /** How much working time lies between both; none when {@code end} is not after {@code start}. */
  public Duration between(Instant start, Instant end) {
    Duration sum = Duration.ZERO;
    Instant moment = nextOpen(start);
    while (moment.isBefore(end)) {
      Instant close = closing(moment.atZone(zone).toLocalDate());
      if (!close.isBefore(end)) return sum.plus(Duration.between(moment, end));
      sum = sum.plus(Duration.between(moment, close));
      moment = nextOpen(close);
    }
    return sum;
  }

  /** The calendar day of this moment, where these hours are kept. */
  public LocalDate day(Instant moment) {
    return moment.atZone(zone).toLocalDate();
  }

  private boolean works(LocalDate day) {
    return days.contains(day.getDayOfWeek()) && !off.on(day);
  }

  private Instant opening(LocalDate day) {
    return day.atTime(from).atZone(zone).toInstant();
  }

  private Instant closing(LocalDate day) {
    return day.atTime(to).atZone(zone).toInstant();
  }
}
