package no.grenselos.playground.slack.delivery;

import java.util.concurrent.atomic.AtomicInteger;

/** What goes wrong on the way to the app, on demand; nothing by default. Safe for many threads. */
public final class DeliveryFaults {
  private final AtomicInteger twice = new AtomicInteger();
  private final AtomicInteger badSignatures = new AtomicInteger();
  private final AtomicInteger oldTimestamps = new AtomicInteger();

  /** The next event is told twice at once, with the same event id. */
  public void deliverTwice() {
    twice.incrementAndGet();
  }

  /** The next request is signed with another secret. */
  public void badSignature() {
    badSignatures.incrementAndGet();
  }

  /** The next request is rightly signed, ten minutes ago: as one that somebody replays. */
  public void oldTimestamp() {
    oldTimestamps.incrementAndGet();
  }

  boolean takeTwice() {
    return take(twice);
  }

  boolean takeBadSignature() {
    return take(badSignatures);
  }

  boolean takeOldTimestamp() {
    return take(oldTimestamps);
  }

  private static boolean take(AtomicInteger counter) {
    return counter.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }
}
