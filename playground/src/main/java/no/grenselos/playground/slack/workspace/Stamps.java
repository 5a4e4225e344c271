package no.grenselos.playground.slack.workspace;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Time stamps and ids as Slack makes them. Ids begin at the time of the start, so that a playground
 * started again on another day does not hand out an id that the app has seen.
 */
public final class Stamps {
  private final Clock clock;
  private final AtomicLong lastMicros = new AtomicLong();
  private final AtomicLong lastId;

  Stamps(Clock clock) {
    this.clock = clock;
    this.lastId = new AtomicLong(clock.millis());
  }

  public Instant now() {
    return clock.instant();
  }

  /** A message's {@code ts}: seconds and six digits, unique and increasing. */
  public String ts() {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    long next = lastMicros.updateAndGet(last -> Math.max(micros, last + 1));
    return String.format(Locale.ROOT, "%d.%06d", next / 1_000_000, next % 1_000_000);
  }

  public String id(String prefix) {
    return prefix + "0" + Long.toString(lastId.incrementAndGet(), 36).toUpperCase(Locale.ROOT);
  }
}
