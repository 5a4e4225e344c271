package no.grenselos.playground.network;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The network's bad days, switched by tests and the demo. All off at first; safe for many threads.
 */
public final class Faults {
  private volatile boolean down;
  private volatile boolean reordered;
  private volatile Duration slowness = Duration.ZERO;
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger repeats = new AtomicInteger();

  /** Every request of the API ends with 503 while on. */
  public void down(boolean on) {
    down = on;
  }

  /** Every request of the API waits this long before it is worked on. */
  public void slow(Duration each) {
    slowness = each;
  }

  /** The next requests end with 429. */
  public void refuseNext(int requests) {
    refusals.set(requests);
  }

  /** The next pages of timelines and notifications hold what the page before held. */
  public void repeatNext(int pages) {
    repeats.set(pages);
  }

  /** Pages come oldest first while on, though the documents promise newest first. */
  public void reorder(boolean on) {
    reordered = on;
  }

  /** Switches every fault off. */
  public void clear() {
    down = false;
    reordered = false;
    slowness = Duration.ZERO;
    refusals.set(0);
    repeats.set(0);
  }

  public boolean down() {
    return down;
  }

  public boolean reordered() {
    return reordered;
  }

  public Duration slowness() {
    return slowness;
  }

  /** Uses up one refusal if one is left. */
  public boolean refuses() {
    return refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }

  /** Uses up one repetition if one is left. */
  public boolean repeats() {
    return repeats.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }
}
