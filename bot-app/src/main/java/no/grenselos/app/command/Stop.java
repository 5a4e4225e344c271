package no.grenselos.app.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in order when the process is told to. Not by joining the command's thread: it
 * calls System.exit at its end, which never returns while a shutdown runs.
 */
public final class Stop {
  /** Containers and systemd end a process by force after that; all in here takes less. */
  private static final long PATIENCE_SECONDS = 10;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  private Stop() {}

  /** Listens for Ctrl-C and SIGTERM from now on. */
  public static Stop onSignal() {
    Stop stop = new Stop();
    Runtime.getRuntime().addShutdownHook(new Thread(stop::asked, "stop"));
    return stop;
  }

  /** Returns when the process is to end. */
  public void await() throws InterruptedException {
    asked.await();
  }

  /** All is closed: the process may end now. */
  public void done() {
    done.countDown();
  }

  private void asked() {
    asked.countDown();
    try {
      done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
