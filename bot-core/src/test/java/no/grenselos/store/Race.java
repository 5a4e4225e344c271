package no.grenselos.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many threads that start at the same moment. */
final class Race {
  private Race() {}

  /** What each thread came to, by its number from 0. */
  static <T> List<T> of(int threads, IntFunction<T> work) {
    CountDownLatch ready = new CountDownLatch(threads);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        running.add(
            pool.submit(() -> {
              ready.countDown();
              ready.await();
              return work.apply(number);
            }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) results.add(one.get());
      return results;
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError("a racer failed", e);
    }
  }
}
