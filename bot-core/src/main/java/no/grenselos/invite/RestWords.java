package no.grenselos.invite;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long somebody wants to be left alone: {@code 3d}, {@code 4h}, {@code 2w}, {@code until
 * friday}, {@code til fredag}, {@code until 2026-12-24}, {@code today}, {@code denne uka}, {@code
 * off}. A day means its beginning, as whoever is away until Friday is there on Friday.
 */
record RestWords(boolean over, @Nullable Instant until) {
  /** Longer than any leave; a year that nobody remembers is not asked for by accident. */
  static final int MOST_DAYS = 366;

  private static final Pattern SPAN = Pattern.compile("(\\d{1,4}) ?([a-zæøå]{1,6})");
  private static final Map<String, DayOfWeek> DAYS = days();

  /** Empty when it says no such thing, or a moment that is over or too far away. */
  static Optional<RestWords> read(String words, Instant now, ZoneId zone) {
    String plain = words.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    if (plain.equals("off") || plain.equals("av") || plain.equals("slutt")) {
      return Optional.of(new RestWords(true, null));
    }
    String end = plain.replaceFirst("^(until|till|til|for|i) ", "");
    return span(end, now)
        .or(() ->
            day(end, LocalDate.ofInstant(now, zone)).map(d -> d.atStartOfDay(zone).toInstant()))
        .filter(until -> until.isAfter(now))
        .filter(until -> !until.isAfter(now.plus(MOST_DAYS, ChronoUnit.DAYS)))
        .map(until -> new RestWords(false, until));
  }

  private static Optional<Instant> span(String text, Instant now) {
    Matcher span = SPAN.matcher(text);
    if (!span.matches()) return Optional.empty();
    int count = Integer.parseInt(span.group(1));
    return switch (span.group(2)) {
      case "h", "t", "hour", "hours", "time", "timer" ->
          Optional.of(now.plus(count, ChronoUnit.HOURS));
      case "d", "day", "days", "dag", "dager" -> Optional.of(now.plus(count, ChronoUnit.DAYS));
      case "w", "u", "week", "weeks", "uke", "uker" ->
          Optional.of(now.plus(7L * count, ChronoUnit.DAYS));
      default -> Optional.empty();
    };
  }

  private static Optional<LocalDate> day(String text, LocalDate today) {
    return switch (text) {
      case "today", "tomorrow", "dag", "morgen", "i dag", "i morgen" ->
          Optional.of(today.plusDays(1));
      case "this week", "week", "next week", "denne uka", "denne uken", "uka", "neste uke" ->
          Optional.of(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
      default ->
          DAYS.containsKey(text)
              ? Optional.of(today.with(TemporalAdjusters.next(DAYS.get(text))))
              : date(text);
    };
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Map<String, DayOfWeek> days() {
    String[][] names = {
      {"monday", "mon", "mandag", "man"},
      {"tuesday", "tue", "tirsdag", "tir"},
      {"wednesday", "wed", "onsdag", "ons"},
      {"thursday", "thu", "torsdag", "tor"},
      {"friday", "fri", "fredag", "fre"},
      {"saturday", "sat", "lørdag", "lør"},
      {"sunday", "sun", "søndag", "søn"}
    };
    Map<String, DayOfWeek> days = new HashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      for (String name : names[day.getValue() - 1]) days.put(name, day);
    }
    return Map.copyOf(days);
  }
}
