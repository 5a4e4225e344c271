package no.grenselos.work;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after a failure: doubles from the first wait to the longest, each between half
 * and all of that span, so that many waiters do not come back at once.
 */
public record Backoff(Duration first, Duration longest) {
  /** The wait after that many failures in a row, 1 or more. */
  public Duration after(int failures) {
    int doublings = Math.min(failures - 1, 20);
    long span = Math.min(first.toMillis() << doublings, longest.toMillis());
    return Duration.ofMillis(span / 2 + ThreadLocalRandom.current().nextLong(span / 2 + 1));
  }
}
