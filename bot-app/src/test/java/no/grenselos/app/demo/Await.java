package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;

/** Waits for what another process does and nobody tells of. */
final class Await {
  private static final Duration BETWEEN = Duration.ofMillis(50);

  private Await() {}

  /** What may be looked at again and again. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws Exception;
  }

  /**
   * Looks until it holds; fails when that takes too long.
   *
   * @param what was waited for, and how things stood at the end
   */
  static void until(Supplier<String> what, Duration longest, Condition condition) throws Exception {
    long end = System.nanoTime() + longest.toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(BETWEEN);
    }
  }
}
