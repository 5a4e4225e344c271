package no.grenselos.feed.rss;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * What this process knows of one subscription: another may have been told of it instead, and then
 * the feed is asked as often as ever. Safe for many threads.
 */
final class Subscription {
  private static final int KEPT = 1_000;

  private final SequencedSet<String> told = new LinkedHashSet<>();
  private Duration lease = Duration.ZERO;
  private Instant until = Instant.EPOCH;
  private boolean relied;

  /** The hub will tell us for so long. */
  synchronized void confirmed(Instant now, Duration granted) {
    lease = granted;
    until = now.plus(granted);
    relied = true;
  }

  synchronized void denied() {
    until = Instant.EPOCH;
  }

  /** The hub told of these events. */
  synchronized void pushed(Collection<String> keys) {
    relied = true;
    for (String key : keys) {
      told.remove(key);
      told.addLast(key);
    }
    while (told.size() > KEPT) told.removeFirst();
  }

  synchronized boolean told(String key) {
    return told.contains(key);
  }

  /** A look found what the hub had not told: it is not relied upon before it tells again. */
  synchronized void missed() {
    relied = false;
  }

  synchronized boolean reliable(Instant now) {
    return relied && now.isBefore(until);
  }

  /** As last granted. */
  synchronized Optional<Duration> lease() {
    return lease.isPositive() ? Optional.of(lease) : Optional.empty();
  }
}
