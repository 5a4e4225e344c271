package no.grenselos.playground.network;

import java.time.Clock;

/**
 * Ids that sort by time: milliseconds since 1970 shifted by 16 bits, as Mastodon makes them. They
 * increase even where the clock stands still or runs back.
 */
final class Snowflakes {
  private final Clock clock;
  private long last;

  Snowflakes(Clock clock) {
    this.clock = clock;
  }

  synchronized String next() {
    last = Math.max(last + 1, clock.millis() << 16);
    return Long.toString(last);
  }
}
