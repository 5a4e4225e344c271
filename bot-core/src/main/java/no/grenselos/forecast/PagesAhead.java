package no.grenselos.forecast;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Function;
import no.grenselos.store.MentionLog;
import no.grenselos.store.MentionLog.Mark;
import no.grenselos.store.MentionLog.Page;
import no.grenselos.store.MentionLog.Received;
import no.grenselos.store.Store;

/**
 * Reads stored posts page by page, each in a transaction of its own, ahead of who looks at them,
 * and prepares several pages at a time. So two cores share the work, and four pages are the most
 * that is held.
 */
final class PagesAhead {
  /** Enough for a query's run through it to be worth its preparation; some ten megabytes. */
  static final int PAGE = 5_000;

  private static final int AHEAD = 2;
  private static final ThreadFactory THREADS =
      Thread.ofPlatform().daemon().name("grenselos-look-back-", 0).factory();

  private final Store store;
  private final Instant to;
  private final int size;

  PagesAhead(Store store, Instant to, int size) {
    this.store = store;
    this.to = to;
    this.size = size;
  }

  /**
   * All posts from that moment on, oldest first.
   *
   * @param read is given each page by one thread, in order
   * @param prepared is given what came of that by any of several threads, in any order
   * @param looked is given what came of that by the calling thread, in order
   * @throws IllegalStateException when the calling thread is interrupted
   */
  <P, T> void each(
      Instant from, Function<List<Received>, P> read, Function<P, T> prepared, Consumer<T> looked) {
    ExecutorService reader = Executors.newSingleThreadExecutor(THREADS);
    ExecutorService others = Executors.newFixedThreadPool(AHEAD, THREADS);
    try {
      Deque<Future<T>> ahead = new ArrayDeque<>();
      Optional<Future<Read<P>>> next =
          Optional.of(reader.submit(() -> page(Mark.from(from), read)));
      while (next.isPresent() || !ahead.isEmpty()) {
        if (next.isPresent() && ahead.size() < AHEAD) {
          Read<P> page = next.get().get();
          next = page.goOn().map(mark -> reader.submit(() -> page(mark, read)));
          ahead.add(others.submit(() -> prepared.apply(page.value())));
        } else {
          looked.accept(ahead.removeFirst().get());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while posts were looked through", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } finally {
      reader.shutdownNow();
      others.shutdownNow();
    }
  }

  /** What came of a page, and where the next one begins; empty after the last. */
  private record Read<P>(P value, Optional<Mark> goOn) {}

  private <P> Read<P> page(Mark after, Function<List<Received>, P> read) {
    Page page = store.read(books -> received(books.mentions(), after));
    boolean more = page.posts().size() == size;
    return new Read<>(read.apply(page.posts()), more ? Optional.of(page.next()) : Optional.empty());
  }

  private Page received(MentionLog log, Mark after) {
    return log.received(after, to, size);
  }
}
