package no.grenselos.feed.trouble;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.Fetch;
import no.grenselos.work.Backoff;

/**
 * Reads a feed as {@code FeedReading} of the engine does: the events and the cursor of a page are
 * kept together, or neither; what is no page moves nothing. Dies now and then.
 */
final class Reader implements AutoCloseable {
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));
  private static final double DIES = 0.06;
  private static final double BEGINS_ANEW = 0.06;
  private static final double IS_SET_BACK = 0.03;
  private static final int MOST_BACK = 4;

  private final Supplier<Feed> opening;
  private final Arrivals arrivals;
  private final Mischief mischief;
  private final Random dice;
  private final Function<Fetch.Refused, Duration> refusal;
  private final List<Cursor> kept = new ArrayList<>(List.of(Cursor.START));
  private Feed feed;
  private int failures;
  private boolean careless;

  /**
   * @param refusal how long to rest after one
   */
  Reader(
      Supplier<Feed> opening,
      Arrivals arrivals,
      Mischief mischief,
      Random dice,
      Function<Fetch.Refused, Duration> refusal) {
    this.refusal = refusal;
    this.opening = opening;
    this.arrivals = arrivals;
    this.mischief = mischief;
    this.dice = dice;
    this.feed = opening.get();
  }

  /** Whether it dies from now on. */
  void dies(boolean now) {
    careless = now;
  }

  boolean hasBegun() {
    return !kept.getLast().atStart();
  }

  /** One fetch. Returns how long to rest after it. */
  Duration read() {
    return switch (feed.fetch(kept.getLast())) {
      case Fetch.Page page -> {
        failures = 0;
        yield keep(page) && page.more() ? Duration.ZERO : feed.poll();
      }
      case Fetch.Wait wait -> wait.time();
      case Fetch.Failed failed -> BACKOFF.after(++failures);
      case Fetch.Refused refused -> refusal.apply(refused);
    };
  }

  private boolean keep(Fetch.Page page) {
    if (falls(DIES, Trouble.CRASH)) {
      openAnew();
      return false;
    }
    arrivals.take(page);
    kept.add(page.next());
    if (falls(BEGINS_ANEW, Trouble.RESTART)) openAnew();
    if (kept.size() > MOST_BACK + 1 && falls(IS_SET_BACK, Trouble.SET_BACK)) {
      for (int i = 1 + dice.nextInt(MOST_BACK); i > 0; i--) kept.removeLast();
      if (dice.nextBoolean()) openAnew();
    }
    return true;
  }

  private boolean falls(double chance, Trouble trouble) {
    boolean does = careless && dice.nextDouble() < chance;
    if (does) mischief.count(trouble);
    return does;
  }

  private void openAnew() {
    feed.close();
    feed = opening.get();
  }

  @Override
  public void close() {
    feed.close();
  }
}
