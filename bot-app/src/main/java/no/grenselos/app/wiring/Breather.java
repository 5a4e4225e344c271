package no.grenselos.app.wiring;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps work that can wait from taking a processor: after each effort comes a rest that is {@link
 * #REST} times as long, so that never more than a tenth of one goes to it, but of {@link #LONGEST}
 * at most. Safe for many threads.
 */
final class Breather {
  static final int REST = 9;
  static final Duration LONGEST = Duration.ofSeconds(30);

  private final LongSupplier nanos;
  private long ended;
  private Duration rest = Duration.ZERO;

  /**
   * @param nanos that pass whatever is done to the clock
   */
  Breather(LongSupplier nanos) {
    this.nanos = nanos;
    this.ended = nanos.getAsLong();
  }

  /** Does it now, and rests from it whether or not it failed. */
  void effort(Runnable work) {
    long start = nanos.getAsLong();
    try {
      work.run();
    } finally {
      tired(start);
    }
  }

  private synchronized void tired(long start) {
    ended = nanos.getAsLong();
    Duration wished = Duration.ofNanos(ended - start).multipliedBy(REST);
    rest = wished.compareTo(LONGEST) < 0 ? wished : LONGEST;
  }

  /** How long to wait from now: until the rest is over, but this long at least. */
  synchronized Duration after(Duration least) {
    Duration left = rest.minusNanos(nanos.getAsLong() - ended);
    return left.compareTo(least) > 0 ? left : least;
  }
}
