package no.grenselos.app.web.console.rules;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people try on drafts, beside the pages, as it may take 20 seconds: one thing at a time each,
 * two at a time on this node. What came of it is kept for half an hour, for whoever tried.
 */
final class Runs implements AutoCloseable {
  private static final int AT_ONCE = 2;
  private static final int KEPT = 20;
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(30);
  private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

  private final Clock clock;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().daemon().name("grenselos-tries-", 0).factory());
  private final Cache<String, Run> runs =
      Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(LONG_ENOUGH).build();

  private record Run(Instant since, Future<Trying> work) {}

  Runs(Clock clock) {
    this.clock = clock;
  }

  /** Begins it; busy when that person or two others are at it. */
  synchronized Trying start(String who, Supplier<Trying> work) {
    Run last = runs.getIfPresent(who);
    if ((last != null && !last.work().isDone()) || !places.tryAcquire()) return new Trying.Busy();
    FutureTask<Trying> task =
        new FutureTask<>(() -> {
          try {
            return work.get();
          } finally {
            places.release();
          }
        });
    Run run = new Run(clock.instant(), task);
    runs.put(who, run);
    workers.execute(task);
    return new Trying.Running(run.since());
  }

  /** How far that person's last one has come. */
  Optional<Trying> of(String who) {
    return Optional.ofNullable(runs.getIfPresent(who)).map(Runs::state);
  }

  /** Stops that person's; it ends within a page of posts. */
  void stop(String who) {
    Run run = runs.getIfPresent(who);
    if (run != null) run.work().cancel(true);
  }

  private static Trying state(Run run) {
    if (!run.work().isDone()) return new Trying.Running(run.since());
    try {
      return run.work().get();
    } catch (CancellationException e) {
      return new Trying.Stopped();
    } catch (ExecutionException e) {
      LOG.warn("draft not tried", e);
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return new Trying.Failed(String.valueOf(cause.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Trying.Running(run.since());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
