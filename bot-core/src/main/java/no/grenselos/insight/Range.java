package no.grenselos.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import no.grenselos.store.Statistics.Span;

/**
 * Whole days in the company's time zone, both included; at most {@value #MOST_DAYS}. Days have 23
 * or 25 hours where the clocks change.
 */
public record Range(LocalDate from, LocalDate to, ZoneId zone) {
  /** Three years. */
  public static final int MOST_DAYS = 1_096;

  private static final int BY_DAY = 35;
  private static final int BY_WEEK = 400;

  /** Ranges people ask for, all of which are over. */
  public enum Preset {
    LAST_WEEK,
    LAST_MONTH,
    LAST_QUARTER,
    LAST_YEAR
  }

  public Range {
    if (from.getYear() < 1970 || to.getYear() > 9999) {
      throw new IllegalArgumentException(
          "range is " + from + " to " + to + ", must be of 1970 to 9999");
    }
    if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
      throw new IllegalArgumentException(
          "range is %s to %s, must be 1 to %d days".formatted(from, to, MOST_DAYS));
    }
  }

  public static Range of(Preset preset, Instant now, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return switch (preset) {
      case LAST_WEEK -> days(monday(today).minusWeeks(1), monday(today), zone);
      case LAST_MONTH ->
          days(today.withDayOfMonth(1).minusMonths(1), today.withDayOfMonth(1), zone);
      case LAST_QUARTER -> days(quarter(today).minusMonths(3), quarter(today), zone);
      case LAST_YEAR -> days(today.withDayOfYear(1).minusYears(1), today.withDayOfYear(1), zone);
    };
  }

  private static Range days(LocalDate from, LocalDate before, ZoneId zone) {
    return new Range(from, before.minusDays(1), zone);
  }

  static LocalDate monday(LocalDate day) {
    return day.minusDays(day.getDayOfWeek().getValue() - 1L);
  }

  private static LocalDate quarter(LocalDate day) {
    return day.with(IsoFields.DAY_OF_QUARTER, 1);
  }

  public Span span() {
    return span(from, to.plusDays(1));
  }

  private Span span(LocalDate first, LocalDate before) {
    return new Span(first.atStartOfDay(zone).toInstant(), before.atStartOfDay(zone).toInstant());
  }

  /** As many days right before it. */
  public Range before() {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    return new Range(from.minusDays(days), from.minusDays(1), zone);
  }

  /** How fine its course is drawn. */
  public Grain grain() {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    return days <= BY_DAY ? Grain.DAY : days <= BY_WEEK ? Grain.WEEK : Grain.MONTH;
  }

  /** What one step of a course is. */
  public enum Grain {
    DAY,
    WEEK,
    MONTH
  }

  /** A piece of the range, from that day on. */
  public record Slice(LocalDate from, Span span) {}

  /** The range in pieces, in order and without gaps; the outer weeks and months may be cut. */
  public List<Slice> slices() {
    return switch (grain()) {
      case DAY -> slices(day -> day.plusDays(1));
      case WEEK -> slices(day -> monday(day).plusWeeks(1));
      case MONTH -> slices(day -> day.withDayOfMonth(1).plusMonths(1));
    };
  }

  private List<Slice> slices(UnaryOperator<LocalDate> next) {
    List<Slice> slices = new ArrayList<>();
    LocalDate end = to.plusDays(1);
    for (LocalDate day = from; day.isBefore(end); ) {
      LocalDate after = next.apply(day).isBefore(end) ? next.apply(day) : end;
      slices.add(new Slice(day, span(day, after)));
      day = after;
    }
    return slices;
  }

  /** The calendar months that the range touches, whole ones: people's load is judged by them. */
  public List<YearMonth> months() {
    List<YearMonth> months = new ArrayList<>();
    for (YearMonth month = YearMonth.from(from);
        !month.isAfter(YearMonth.from(to));
        month = month.plusMonths(1)) months.add(month);
    return months;
  }

  Span span(YearMonth month) {
    return span(month.atDay(1), month.plusMonths(1).atDay(1));
  }

  /** How much of it is still to come. */
  public Duration left(Instant now) {
    return now.isBefore(span().before()) ? Duration.between(now, span().before()) : Duration.ZERO;
  }
}
