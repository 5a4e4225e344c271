package no.grenselos.playground.stage;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One at a time: all reading and writing of a part's state takes a turn, so that what the page is
 * told has the same order as what was done. Safe for many threads.
 */
public final class Turns {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Does it alone, then wakes those who {@link #await} a change. */
  public <T> T atomically(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      // nested work is part of the outer: two who await must not wake each other by looking
      if (lock.getHoldCount() == 1) {
        changed.signalAll();
      }
      lock.unlock();
    }
  }

  /** Waits, in real time, until it holds; false when the time is up before. */
  public boolean await(BooleanSupplier condition, Duration longest) throws InterruptedException {
    long nanos = longest.toNanos();
    lock.lockInterruptibly();
    try {
      while (!condition.getAsBoolean()) {
        if (nanos <= 0) {
          return false;
        }
        nanos = changed.awaitNanos(nanos);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
