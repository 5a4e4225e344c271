package no.grenselos.app.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.grenselos.config.Finding;
import no.grenselos.store.Store;

/**
 * How far this machine's clock is from the store's. Nodes agree by the time on who has work in
 * hand, so two whose clocks differ by more than the lease may both do it.
 */
record Clocks(Store store, Clock clock, Duration lease) {
  /** Machines that keep time by NTP are nearer by far. */
  private static final Duration MOST = Duration.ofSeconds(5);

  /** Empty where the store has no clock of its own. */
  Optional<Finding> finding() {
    Instant before = clock.instant();
    return store.now().map(there -> finding(ahead(before, there, clock.instant())));
  }

  /** Zero where the store's time may lie between the two looks; negative is behind. */
  private static Duration ahead(Instant before, Instant there, Instant after) {
    if (there.isBefore(before)) return Duration.between(there, before);
    return there.isAfter(after) ? Duration.between(there, after) : Duration.ZERO;
  }

  private Finding finding(Duration ahead) {
    Duration half = lease.dividedBy(2);
    Duration most = half.compareTo(MOST) < 0 ? half : MOST;
    boolean fine = ahead.abs().compareTo(most) <= 0;
    String way = ahead.isNegative() ? "behind" : "ahead of";
    return new Finding(
        fine,
        "clock",
        fine
            ? "as the database's"
            : ahead.abs().toSeconds()
                + " s "
                + way
                + " the database's: nodes that differ so may do one thing twice");
  }
}
