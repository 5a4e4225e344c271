package no.grenselos.feed.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import no.grenselos.feed.Skipped;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every post of a network arrives once, whatever happens on the way that its contract allows. The
 * system property {@code trouble.seeds} says how many runs there are, 5 unless set.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TroubleContract {
  private final Tally tally = new Tally();

  abstract StandIn network(World world, Mischief mischief);

  /** How much later than written the network may show a post. */
  Duration late() {
    return Duration.ZERO;
  }

  /**
   * The most edits and deletes of a run that may not be told: what a rush pushes out of the feed's
   * memory is left to the daily look at held posts.
   */
  int untold() {
    return 2;
  }

  /** What was skipped, and nothing should be. */
  List<Skipped> unexpected(TroubleRun run) {
    return run.arrivals().skipped();
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("trouble.seeds", 5));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyPostArrivesOnce(long seed) throws IOException {
    try (TroubleRun run = new TroubleRun(seed, late(), this::network)) {
      Verdict verdict = run.run();

      tally.add(verdict, run.requests(), run.arrivals(), run.mischief());
      assertThat(verdict.missing()).as("missing").isEmpty();
      assertThat(verdict.doubled()).as("doubled").isEmpty();
      assertThat(verdict.untold())
          .as("edits and deletes not told")
          .hasSizeLessThanOrEqualTo(untold());
      assertThat(unexpected(run)).isEmpty();
    }
  }

  @AfterAll
  void tell() {
    System.out.println(tally.line(getClass().getSimpleName()));
  }
}
