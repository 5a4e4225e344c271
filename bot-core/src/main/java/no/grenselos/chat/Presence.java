package no.grenselos.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a house says of somebody's day.
 *
 * @param zone where they are; null when the house does not say
 * @param awayUntil until when they asked the house not to be disturbed; null when they did not
 * @param askAgain how long until the house can say; zero when it has said what it knows
 */
public record Presence(@Nullable ZoneId zone, @Nullable Instant awayUntil, Duration askAgain) {
  /** A house that says nothing. */
  public static final Presence UNKNOWN = new Presence(null, null);

  /** What the house knows. */
  public Presence(@Nullable ZoneId zone, @Nullable Instant awayUntil) {
    this(zone, awayUntil, Duration.ZERO);
  }

  /** The house cannot say now: ask again, rather than disturb somebody who wants quiet. */
  public static Presence busy(Duration askAgain) {
    return new Presence(null, null, askAgain);
  }
}
