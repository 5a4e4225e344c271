package no.grenselos.flow;

import java.time.Duration;
import java.util.concurrent.Callable;
import no.grenselos.work.Backoff;
import no.grenselos.work.Signal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a round of work again and again on a thread of its own, resting as long as each round says.
 * The one place where an unexpected exception is caught: it is logged, and the loop goes on after a
 * rest.
 */
public final class Loop {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(30));

  private final Signal signal;
  private final Callable<Duration> round;
  private final Thread thread;
  private volatile boolean stopped;
  private volatile int failures;

  private Loop(String name, Signal signal, Callable<Duration> round) {
    this.signal = signal;
    this.round = round;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  /**
   * @param signal ends a rest early
   * @param round returns how long to rest; zero for not at all
   */
  public static Loop start(String name, Signal signal, Callable<Duration> round) {
    Loop loop = new Loop(name, signal, round);
    loop.thread.start();
    return loop;
  }

  /** Lets the round that runs finish; after that time, interrupts it. */
  public void stop(Duration patience) {
    leave();
    end(patience);
  }

  /** Begins no further round; returns at once. */
  void leave() {
    stopped = true;
    signal.raise();
  }

  /** Waits so long for the round that runs; after that time, interrupts it. */
  void end(Duration patience) {
    try {
      if (!thread.join(patience)) thread.interrupt();
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  String name() {
    return thread.getName();
  }

  /** How many rounds failed since one went well. */
  int failures() {
    return failures;
  }

  private void run() {
    while (!stopped) {
      try {
        Duration rest = round.call();
        failures = 0;
        if (!rest.isZero()) signal.await(rest);
      } catch (InterruptedException e) {
        return;
      } catch (Exception e) {
        int inARow = failures + 1;
        failures = inARow;
        LOG.warn("round failed loop={} failures={}", thread.getName(), inARow, e);
        rest(BACKOFF.after(inARow));
      }
    }
  }

  private void rest(Duration time) {
    try {
      signal.await(time);
    } catch (InterruptedException e) {
      stopped = true;
    }
  }
}
