package no.grenselos.chat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs an adapter's work on threads of its own and waits for it only as long as a chat house may
 * wait for us; what takes longer goes on behind the answer. Safe for many threads.
 */
public final class HouseWork implements AutoCloseable {
  /** Houses give us 3 s and more, we promise 1 s; the rest is for what comes before and after. */
  public static final Duration PATIENCE = Duration.ofMillis(750);

  private static final Logger LOG = LoggerFactory.getLogger(HouseWork.class);

  private static final int IDLE_WAITING = 1_000;

  private final ExecutorService threads;
  private final ThreadPoolExecutor idle;

  /**
   * @param house names the threads
   */
  public HouseWork(String house) {
    this.threads =
        Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name(house + "-", 1).factory());
    this.idle =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(IDLE_WAITING),
            Thread.ofPlatform().daemon().name(house + "-idle-", 1).factory(),
            (work, full) -> LOG.debug("idle work dropped"));
  }

  /** How far work got while we waited. */
  public enum Ended {
    DONE,
    FAILED,
    STILL_GOING
  }

  /** For what the answer does not depend on. */
  public void later(String what, Runnable work) {
    threads.execute(() -> logged(what, work));
  }

  /**
   * For what comes again with the next call and may be missed: one after another, so that a slow
   * store has its readers and writers for those who wait. Dropped while a thousand are in line.
   */
  public void idly(String what, Runnable work) {
    idle.execute(() -> logged(what, work));
  }

  /** For what must wait a while. */
  public void after(Duration wait, String what, Runnable work) {
    CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, threads)
        .execute(() -> logged(what, work));
  }

  /**
   * @param otherwise done when the work fails, now or behind the answer
   */
  public Ended attempt(String what, Runnable work, Runnable otherwise) {
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
  public sealed interface Soon<T> {
    /** It is here in time. */
    record Here<T>(T result) implements Soon<T> {}

    record Failed<T>() implements Soon<T> {}

    /** It goes on, and is told behind the answer. */
    record StillGoing<T>() implements Soon<T> {}
  }

  /**
   * Waits as long as a house may wait for us.
   *
   * @param late is told what came of it when that was too long; empty when it failed
   */
  public <T> Soon<T> soon(String what, Supplier<T> work, Consumer<Optional<T>> late) {
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
      LOG.warn("chat work failed what=\"{}\"", what, e);
      return new Soon.Failed<>();
    }
  }

  private static <T> Optional<T> yielded(String what, Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (RuntimeException e) {
      LOG.warn("chat work failed what=\"{}\"", what, e);
      return Optional.empty();
    }
  }

  /** What the work yields in time; empty also when it fails. */
  public <T> Optional<T> within(Duration patience, Supplier<Optional<T>> work) {
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
      LOG.warn("chat work failed what=\"{}\"", what, e);
      return false;
    }
  }

  /** Lets begun work end, for a few seconds. */
  @Override
  public void close() {
    idle.getQueue().clear();
    idle.shutdown();
    threads.shutdown();
    try {
      boolean ended =
          threads.awaitTermination(5, TimeUnit.SECONDS)
              && idle.awaitTermination(1, TimeUnit.SECONDS);
      if (!ended) stop();
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
    }
  }

  private void stop() {
    threads.shutdownNow();
    idle.shutdownNow();
  }
}
