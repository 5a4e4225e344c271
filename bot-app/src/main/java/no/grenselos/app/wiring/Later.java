package no.grenselos.app.wiring;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs a task once, that much later, on a thread of its own. */
interface Later {
  Later ON_A_THREAD =
      (wait, task) ->
          CompletableFuture.delayedExecutor(
                  wait.toMillis(),
                  TimeUnit.MILLISECONDS,
                  Thread.ofPlatform().daemon().name("later")::start)
              .execute(task);

  void run(Duration wait, Runnable task);
}
