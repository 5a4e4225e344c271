package no.grenselos.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** A country's public holidays. */
public enum Holidays {
  /** No day is a holiday. */
  NONE {
    @Override
    public boolean on(LocalDate day) {
      return false;
    }
  },

  /**
   * Norway's: New Year's Day, Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension,
   * Whit Sunday and Monday, both Christmas days (lov om helligdager og helligdagsfred, 24 February
   * 1995 nr. 12, section 2), 1 May and 17 May (lov 26 April 1947 nr. 1). Eves are working days.
   */
  NORWAY {
    @Override
    public boolean on(LocalDate day) {
      return FIXED.contains(MonthDay.from(day)) || aroundEaster(day);
    }
  };

  private static final Set<MonthDay> FIXED =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(5, 17),
          MonthDay.of(12, 25),
          MonthDay.of(12, 26));

  /** Days after Easter Sunday; before it where negative. */
  private static final Set<Long> MOVABLE = Set.of(-3L, -2L, 0L, 1L, 39L, 49L, 50L);

  /** Whether that day is one. */
  public abstract boolean on(LocalDate day);

  private static boolean aroundEaster(LocalDate day) {
    return MOVABLE.contains(day.toEpochDay() - Easter.sunday(day.getYear()).toEpochDay());
  }
}
