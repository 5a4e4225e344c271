package no.grenselos.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * Days on which nobody works, besides their weekend.
 *
 * @param holidays the country's
 * @param once single days of the house's own, as a summer closing; at most {@value #MOST}
 * @param yearly days of the house's own that return each year, as Christmas Eve; at most {@value
 *     #MOST}, so that working time always goes on at last
 */
public record DaysOff(Holidays holidays, Set<LocalDate> once, Set<MonthDay> yearly) {
  /** The most of each kind. */
  public static final int MOST = 100;

  /** Every day of the week is as good as in any other week. */
  public static final DaysOff NONE = new DaysOff(Holidays.NONE, Set.of(), Set.of());

  public DaysOff {
    once = Set.copyOf(once);
    yearly = Set.copyOf(yearly);
    if (once.size() > MOST || yearly.size() > MOST) {
      throw new IllegalArgumentException(
          "days off are %d and %d a year, must be at most %d"
              .formatted(once.size(), yearly.size(), MOST));
    }
  }

  /** Whether that day is one. */
  public boolean on(LocalDate day) {
    return holidays.on(day) || once.contains(day) || yearly.contains(MonthDay.from(day));
  }
}
