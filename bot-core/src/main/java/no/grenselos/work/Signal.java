package no.grenselos.work;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes a loop that waits for work. A raise while nobody waits is kept for the next wait. */
public final class Signal {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition raised = lock.newCondition();
  private boolean up;

  public void raise() {
    lock.lock();
    try {
      up = true;
      raised.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns when raised, or when the time is over. */
  public void await(Duration most) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long nanos = most.toNanos();
      while (!up && nanos > 0) nanos = raised.awaitNanos(nanos);
      up = false;
    } finally {
      lock.unlock();
    }
  }
}
