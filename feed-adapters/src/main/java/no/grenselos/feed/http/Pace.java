package no.grenselos.feed.http;

import java.time.Duration;
import no.grenselos.config.Settings;

/**
 * How a feed uses its network.
 *
 * @param poll rest between two looks, a second to a week; 30 s for a minute's news, minutes for
 *     most
 * @param timeout of one request, a second to five minutes; 20 s unless set
 */
public record Pace(Duration poll, Duration timeout) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** Reads {@code poll} and {@code timeout}. */
  public static Pace read(Settings settings, Duration usualPoll) {
    return new Pace(
        bounded(settings, "poll", usualPoll, Duration.ofDays(7), "7d"),
        bounded(settings, "timeout", Duration.ofSeconds(20), Duration.ofMinutes(5), "5m"));
  }

  private static Duration bounded(
      Settings settings, String key, Duration usual, Duration longest, String shown) {
    Duration asked = settings.duration(key, usual);
    if (asked.compareTo(SHORTEST) >= 0 && asked.compareTo(longest) <= 0) return asked;
    settings.problem(key, "must be between 1s and " + shown);
    return usual;
  }
}
