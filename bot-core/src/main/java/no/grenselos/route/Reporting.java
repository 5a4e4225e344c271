package no.grenselos.route;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What the company wants to be told about how it goes.
 *
 * @param weekly null when it wants no summary
 * @param followUp when whoever answered is asked what came of it
 */
public record Reporting(Money money, @Nullable Weekly weekly, FollowUp followUp) {
  /** No money, no summary; what came of answers is asked the next working morning. */
  public static final Reporting NONE = new Reporting(Money.NONE, null);

  /** What came of answers is asked the next working morning. */
  public Reporting(Money money, @Nullable Weekly weekly) {
    this(money, weekly, new FollowUp.NextMorning());
  }

  /**
   * A summary a week in a channel.
   *
   * @param at in the company's time zone
   */
  public record Weekly(String channel, DayOfWeek day, LocalTime at) {
    public static final DayOfWeek DAY = DayOfWeek.MONDAY;
    public static final LocalTime AT = LocalTime.of(9, 0);
  }

  /** When somebody is asked what came of their answer; always in their working hours. */
  public sealed interface FollowUp {
    /** When they next begin to work on another day. */
    record NextMorning() implements FollowUp {}

    /**
     * So long after they answered.
     *
     * @param time 1 minute to 7 days
     */
    record After(Duration time) implements FollowUp {
      /** What it must be, for people. */
      public static final String RULE = "must be next-morning, never, or a time from 1m to 7d";

      private static final Duration MOST = Duration.ofDays(7);

      public After {
        if (time.compareTo(Duration.ofMinutes(1)) < 0 || time.compareTo(MOST) > 0)
          throw new IllegalArgumentException("follow-up is " + time + ", " + RULE);
      }
    }

    /** Nobody is asked; it can be told all the same. */
    record Never() implements FollowUp {}
  }
}
