package no.grenselos.forecast;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.SortedMap;
import java.util.TreeMap;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Load;
import no.grenselos.forecast.Report.Nudges;

/** When one person would have been asked, by days of their own calendar. Not thread safe. */
final class Diary {
  private final Expert expert;
  private final SortedMap<LocalDate, Integer> days = new TreeMap<>();
  private int all;
  private int atOnce;
  private int capped;

  Diary(Expert expert) {
    this.expert = expert;
  }

  Expert expert() {
    return expert;
  }

  void asked(Instant at, boolean whenItCame) {
    days.merge(expert.hours().day(at), 1, Integer::sum);
    all++;
    if (whenItCame) atOnce++;
  }

  /** A post came, and they had had their share. */
  void spared() {
    capped++;
  }

  /** What the store's offers would say: that day, and it and the six before. */
  Load load(Instant at) {
    LocalDate day = expert.hours().day(at);
    int week =
        days.subMap(day.minusDays(6), day.plusDays(1)).values().stream()
            .mapToInt(Integer::intValue)
            .sum();
    return new Load(days.getOrDefault(day, 0), week);
  }

  Nudges nudges() {
    SortedMap<LocalDate, Integer> weeks = new TreeMap<>();
    days.forEach((day, count) ->
        weeks.merge(
            day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), count, Integer::sum));
    return new Nudges(all, atOnce, capped, weeks);
  }
}
