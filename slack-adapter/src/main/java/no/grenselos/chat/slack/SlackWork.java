package no.grenselos.chat.slack;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work on its own thread and waits for it only as long as Slack may wait for us; what takes
 * longer goes on behind the answer.
 */
final class SlackWork implements AutoCloseable {
  /** Slack gives us 3 s, we promise 1 s; the rest is for what comes before and after. */
  static final Duration PATIENCE = Duration.ofMillis(750);

  private static final Logger LOG = LoggerFactory.getLogger(SlackWork.class);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** How far work got while we waited. */
  enum Ended {
    DONE,
    FAILED,
    STILL_GOING
  }

  /** For what the answer does not depend on. */
  void later(String what, Runnable work) {
    threads.execute(() -> logged(what, work));
  }

  /** For what must wait a while. */
  void after(Duration wait, String what, Runnable work) {
    CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, threads)
        .execute(() -> logged(what, work));
  }

  /**
   * @param otherwise done when the work fails, now or behind the answer
   */
  Ended attempt(String what, Runnable work, Runnable otherwise) {
    Optional<Boolean> done =
        within(
            PATIENCE,
            () -> {
              boolean fine = logged(what, work);
              if (!fine) later("apology for " + what, otherwise);
              return Optional.of(fine);
            });
    return done.map(fine -> fine ? Ended.DONE : Ended.FAILED).orElse(Ended.STILL_GOING);
  }

  /** What came of work somebody waits for. */
  sealed interface Soon<T> {
    /** It is here in time. */
    record Here<T>(T result) implements Soon<T> {}

    record Failed<T>() implements Soon<T> {}

    /** It goes on, and is told behind the answer. */
    record StillGoing<T>() implements Soon<T> {}
  }

  /**
   * Waits as long as Slack may wait for us.
   *
   * @param late is told what came of it when that was too long; empty when it failed
   */
  <T> Soon<T> soon(String what, Supplier<T> work, Consumer<Optional<T>> late) {
    CompletableFuture<Optional<T>> result =
        CompletableFuture.supplyAsync(() -> yielded(what, work), threads);
    try {
      return result
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .<Soon<T>>map(Soon.Here::new)
          .orElseGet(Soon.Failed::new);
    } catch (TimeoutException e) {
      var unused = result.thenAcceptAsync(late, threads);
      return new Soon.StillGoing<>();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Soon.Failed<>();
    } catch (ExecutionException e) {
      LOG.warn("slack work failed what=\"{}\"", what, e);
      return new Soon.Failed<>();
    }
  }

  private static <T> Optional<T> yielded(String what, Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (RuntimeException e) {
      LOG.warn("slack work failed what=\"{}\"", what, e);
      return Optional.empty();
    }
  }

  /** What the work yields in time; empty also when it fails. */
  <T> Optional<T> within(Duration patience, Supplier<Optional<T>> work) {
    try {
      return CompletableFuture.supplyAsync(work, threads)
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("work did not end in time", e);
      return Optional.empty();
    }
  }

  private static boolean logged(String what, Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException e) {
      LOG.warn("slack work failed what=\"{}\"", what, e);
      return false;
    }
  }

  /** Lets begun work end, for a few seconds. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(5, TimeUnit.SECONDS)) threads.shutdownNow();
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
