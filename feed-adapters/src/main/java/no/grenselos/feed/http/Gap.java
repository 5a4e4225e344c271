package no.grenselos.feed.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether there may be something that nobody told us. Not thread safe. */
final class Gap {
  private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

  private final Optional<Duration> sweep;
  private boolean open;
  private Instant askAt = Instant.MIN;
  private Instant closedAt = Instant.MIN;

  /**
   * @param sweep after this time it opens by itself
   */
  Gap(Optional<Duration> sweep) {
    this.sweep = sweep;
  }

  void open() {
    open = true;
    askAt = Instant.MIN;
  }

  void close(Instant now) {
    open = false;
    closedAt = now;
  }

  /** Asking did not work. */
  void putOff(Instant now) {
    askAt = now.plus(ASK_AGAIN);
  }

  boolean isOpen() {
    return open;
  }

  boolean isTimeToAsk(Instant now) {
    if (!open && sweep.filter(time -> !now.isBefore(closedAt.plus(time))).isPresent()) open();
    return open && !now.isBefore(askAt);
  }
}
