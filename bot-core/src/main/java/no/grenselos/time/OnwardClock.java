package no.grenselos.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Another clock that is never set back: where that one is, this one stands still for a moment and
 * goes on from there; what passed since it was last read does not count then. For how long
 * something lasts that is remembered in this process (a pause, a token, a silence); it does not say
 * how late it is, as it may be ahead for good. Safe for many threads.
 */
public final class OnwardClock extends Clock {
  private final Clock clock;
  private final AtomicReference<Reading> last =
      new AtomicReference<>(new Reading(Instant.MIN, Duration.ZERO));

  /**
   * @param at what was shown
   * @param ahead of the other clock
   */
  private record Reading(Instant at, Duration ahead) {
    Reading then(Instant other) {
      Instant here = other.plus(ahead);
      return here.isBefore(at)
          ? new Reading(at, Duration.between(other, at))
          : new Reading(here, ahead);
    }
  }

  public OnwardClock(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Instant instant() {
    return Objects.requireNonNull(last.updateAndGet(before -> before.then(clock.instant()))).at();
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  /** That one counts for itself. */
  @Override
  public Clock withZone(ZoneId zone) {
    return new OnwardClock(clock.withZone(zone));
  }
}
