package no.grenselos.insight;

import java.util.List;

/**
 * How often one person was asked, nudges and facts together.
 *
 * @param months in the order of the range's months
 */
public record Load(String expert, String name, List<Long> months) {
  public Load {
    months = List.copyOf(months);
  }

  /** By the worst month. */
  public Health health() {
    return Health.of(months.stream().mapToLong(Long::longValue).max().orElse(0));
  }

  /**
   * What so many interruptions a month do to somebody: about 2 are well borne, 7 are bad, 19 burn
   * people out (PagerDuty, The State of Digital Operations, 2021, on interruptions of people on
   * call outside working hours; docs/insights.md says what is known of it).
   */
  public enum Health {
    GOOD,
    WATCH,
    BAD,
    BURNOUT;

    /** From this many a month on it is bad. */
    public static final int BAD_FROM = 7;

    /** From this many a month on people burn out. */
    public static final int BURNOUT_FROM = 19;

    /** Up to this many a month are well borne. */
    public static final int GOOD_TO = 2;

    static Health of(long month) {
      if (month >= BURNOUT_FROM) return BURNOUT;
      if (month >= BAD_FROM) return BAD;
      return month > GOOD_TO ? WATCH : GOOD;
    }
  }
}
