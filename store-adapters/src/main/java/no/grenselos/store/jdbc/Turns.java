package no.grenselos.store.jdbc;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import no.grenselos.store.StoreException;

/**
 * Who writes next, where there are more writers than connections: what somebody waits for before
 * what nobody does. After {@value #IN_A_ROW} of the first kind one of the second has its turn, so
 * that work goes on under any load. Safe for many threads.
 */
final class Turns {
  private static final int IN_A_ROW = 3;

  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition somebodyWaits = lock.newCondition();
  private final Condition nobodyWaits = lock.newCondition();
  private final Duration longest;
  private int free;
  private int ahead;
  private int behind;
  private int inARow;

  /**
   * @param free how many may write at a time
   * @param longest how long anybody waits for their turn
   */
  Turns(int free, Duration longest) {
    this.free = free;
    this.longest = longest;
  }

  /**
   * Waits for the turn; {@link #give} must follow.
   *
   * @param first whether somebody waits for it
   * @throws StoreException when it did not come in time
   */
  void take(boolean first) {
    lock.lock();
    try {
      long nanos = longest.toNanos();
      enter(first, 1);
      try {
        while (free == 0 || goesBefore(first)) {
          if (nanos <= 0) throw new StoreException("the store is busy: no turn in " + longest);
          nanos = (first ? somebodyWaits : nobodyWaits).awaitNanos(nanos);
        }
      } finally {
        enter(first, -1);
      }
      free--;
      inARow = first ? inARow + 1 : 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("the store was interrupted while it waited", e);
    } finally {
      wakeNext();
      lock.unlock();
    }
  }

  private void enter(boolean first, int count) {
    if (first) ahead += count;
    else behind += count;
  }

  /** Whether one of the other kind has its turn before. */
  private boolean goesBefore(boolean first) {
    boolean theirs = inARow >= IN_A_ROW && behind > 0;
    return first ? theirs : ahead > 0 && !theirs;
  }

  void give() {
    lock.lock();
    try {
      free++;
      wakeNext();
    } finally {
      lock.unlock();
    }
  }

  private void wakeNext() {
    if (free == 0) return;
    if (ahead > 0 && !goesBefore(true)) somebodyWaits.signal();
    else nobodyWaits.signal();
  }
}
