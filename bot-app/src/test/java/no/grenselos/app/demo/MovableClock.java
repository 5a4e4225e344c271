package no.grenselos.app.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Runs at its real speed, and jumps when told. */
final class MovableClock extends Clock {
  private final Clock system = Clock.systemUTC();
  private final AtomicReference<Duration> ahead;

  MovableClock(Instant start) {
    this.ahead = new AtomicReference<>(Duration.between(system.instant(), start));
  }

  void jump(Duration time) {
    Duration unused = ahead.accumulateAndGet(time, Duration::plus);
  }

  @Override
  public Instant instant() {
    return system.instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(system.withZone(zone), ahead.get());
  }
}
