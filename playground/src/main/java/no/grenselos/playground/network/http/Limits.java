package no.grenselos.playground.network.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts requests in windows that start at whole multiples of their length, as Mastodon does: by
 * default 300 in five minutes for each token, and for each address without one
 * (docs.joinmastodon.org, Rate limits). Safe for many threads.
 */
final class Limits {
  /**
   * What is left in the current window.
   *
   * @param left requests, negative where one was too many
   */
  record Allowance(int limit, int left, Instant resetAt) {}

  private final int limit;
  private final Duration window;
  private final Clock clock;
  private final Map<String, Integer> used = new HashMap<>();
  private long current = -1;

  Limits(int limit, Duration window, Clock clock) {
    this.limit = limit;
    this.window = window;
    this.clock = clock;
  }

  synchronized Allowance take(String who) {
    long number = clock.millis() / window.toMillis();
    if (number != current) {
      current = number;
      used.clear();
    }
    int count = used.merge(who, 1, Integer::sum);
    Instant reset = Instant.ofEpochMilli((number + 1) * window.toMillis());
    return new Allowance(limit, limit - count, reset);
  }
}
