package no.grenselos.feed.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether there may be something that nobody told us. Not thread safe. */
final class Gap {
  private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

  private final List<Duration> settles;
  private final Optional<Duration> sweep;
  private boolean open;
  private Instant openedAt = Instant.MIN;
  private Instant askAt = Instant.MIN;
  private Instant askedAt = Instant.MIN;
  private Instant closedAt = Instant.MIN;

  /**
   * @param settles so long after it opened it is asked for, shortest first; who asks after the last
   *     is told of all there was
   * @param sweep after this time it opens by itself
   */
  Gap(List<Duration> settles, Optional<Duration> sweep) {
    this.settles = List.copyOf(settles);
    this.sweep = sweep;
  }

  void open(Instant now) {
    open = true;
    openedAt = now;
    askAt = now;
  }

  /** We begin to ask: what is told from now on is what there is by now. */
  void asks(Instant now) {
    askedAt = now;
  }

  /** All was told that there was when we began to ask: enough, or to be asked for once more. */
  void told(Instant now) {
    Optional<Instant> next =
        settles.stream().map(openedAt::plus).filter(askedAt::isBefore).findFirst();
    open = next.isPresent();
    next.ifPresent(later -> askAt = later);
    if (!open) closedAt = now;
  }

  /** There is nobody to ask. */
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
    if (!open && sweep.filter(time -> !now.isBefore(closedAt.plus(time))).isPresent()) open(now);
    return open && !now.isBefore(askAt);
  }
}
