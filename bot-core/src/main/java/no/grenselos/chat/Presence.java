package no.grenselos.chat;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a house says of somebody's day.
 *
 * @param zone where they are; null when the house does not say
 * @param awayUntil until when they asked the house not to be disturbed; null when they did not
 */
public record Presence(@Nullable ZoneId zone, @Nullable Instant awayUntil) {
  /** A house that says nothing. */
  public static final Presence UNKNOWN = new Presence(null, null);
}
