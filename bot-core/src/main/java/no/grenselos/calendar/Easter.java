package no.grenselos.calendar;

import java.time.LocalDate;

/**
 * Finds Easter Sunday of the Gregorian calendar. The algorithm is the anonymous one of Nature (20
 * April 1876), as Jean Meeus gives it in Astronomical Algorithms (2nd edition, chapter 8); it holds
 * for every year from 1583 on, without exceptions.
 */
final class Easter {
  private Easter() {}

  static LocalDate sunday(int year) {
    int century = year / 100;
    int inCentury = year % 100;
    int moon = epact(year % 19, century);
    int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - moon - inCentury % 4) % 7;
    int late = (year % 19 + 11 * moon + 22 * weekday) / 451;
    int march = moon + weekday - 7 * late + 114;
    return LocalDate.of(year, march / 31, march % 31 + 1);
  }

  /** Days from 21 March to the full moon. */
  private static int epact(int inCycle, int century) {
    int correction = (century - (century + 8) / 25 + 1) / 3;
    return (19 * inCycle + century - century / 4 - correction + 15) % 30;
  }
}
