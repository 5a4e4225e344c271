package no.grenselos.insight;

import java.math.BigDecimal;
import java.time.Duration;

/** One value of a table, for people to read and for sheets to reckon with. */
public sealed interface Cell {
  /** Plain text; may be anybody's. */
  record Words(String text) implements Cell {}

  record Amount(BigDecimal value) implements Cell {}

  /** Whole minutes. */
  record Time(Duration length) implements Cell {}

  /**
   * @param whole more than 0
   */
  record Share(long part, long whole) implements Cell {
    /** Rounded to whole ones. */
    public long percent() {
      return Math.round(100.0 * part / whole);
    }
  }

  /** There is nothing to tell. */
  record Nothing() implements Cell {}

  static Cell words(String text) {
    return new Words(text);
  }

  static Cell number(long number) {
    return new Amount(BigDecimal.valueOf(number));
  }

  /** Nothing, where there is no whole. */
  static Cell share(long part, long whole) {
    return whole == 0 ? new Nothing() : new Share(part, whole);
  }
}
