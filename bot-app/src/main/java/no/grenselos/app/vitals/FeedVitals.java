package no.grenselos.app.vitals;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Feed;
import no.grenselos.feed.FeedState;
import no.grenselos.feed.Inlet;
import no.grenselos.store.Books;
import no.grenselos.store.FeedStates;
import org.jspecify.annotations.Nullable;

/**
 * How one feed is doing, whichever node reads it.
 *
 * @param reader the node that reads it; empty while none does
 * @param state as its last look left it; empty before any node held it
 * @param nextBy when the next look has begun at the latest, if all goes well; the end of time where
 *     we are told instead
 * @param posts read in this month of UTC, new or changed, repetitions too; networks that bill by
 *     the post bill for these
 * @param spent what the month cost its entry, as {@code 1.35 / 200.00 USD}; empty where the
 *     configuration says no price
 * @param ails what is wrong with it, in plain English; empty while all is well
 */
public record FeedVitals(
    String name,
    Optional<String> reader,
    Optional<FeedState> state,
    Instant nextBy,
    long posts,
    Optional<String> spent,
    Optional<String> ails) {
  /** What a look itself may take, and what a busy store may add. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  /** The longest rest after a failure or a refusal. */
  private static final Duration TROUBLED = Duration.ofMinutes(5);

  /**
   * @param started when this process began
   */
  public static FeedVitals of(Feed feed, Books books, Instant started, Instant now) {
    Optional<FeedStates.Row> row = books.feedStates().find(feed.name());
    Optional<FeedState> state = row.map(FeedStates.Row::state);
    YearMonth month = FeedState.monthOf(now);
    long metered = books.feedStates().read(feed.meter(), month);
    return new FeedVitals(
        feed.name(),
        row.map(FeedStates.Row::holder),
        state,
        nextBy(feed, state, started),
        state.map(known -> known.postsIn(month)).orElse(0L),
        feed.budget().map(budget -> budget.told(metered)),
        stopped(feed, metered).or(() -> state.flatMap(known -> ails(known, now))));
  }

  /** What we are told: there is no next look. */
  public static FeedVitals of(Inlet inlet, Books books, Instant now) {
    Optional<FeedState> state = books.feedStates().find(inlet.name()).map(FeedStates.Row::state);
    return new FeedVitals(
        inlet.name(),
        Optional.empty(),
        state,
        Instant.MAX,
        state.map(known -> known.postsIn(FeedState.monthOf(now))).orElse(0L),
        Optional.empty(),
        state.flatMap(known -> ails(known, now)));
  }

  private static Instant nextBy(Feed feed, Optional<FeedState> state, Instant started) {
    Duration rest = feed.poll().compareTo(TROUBLED) > 0 ? feed.poll() : TROUBLED;
    boolean troubled = state.map(FeedState::trouble).isPresent();
    return state
        .map(FeedState::lookedAt)
        .filter(looked -> looked.isAfter(started))
        .orElse(started)
        .plus(troubled ? rest : feed.poll())
        .plus(GRACE);
  }

  private static Optional<String> stopped(Feed feed, long metered) {
    return feed.budget()
        .filter(budget -> !feed.affords(metered))
        .map(budget -> "not read any more this month: it cost " + budget.told(metered));
  }

  private static Optional<String> ails(FeedState state, Instant now) {
    return Optional.ofNullable(state.trouble())
        .or(() ->
            state
                .unusualSilence(now)
                .map(time -> "nothing came for " + time.toHours() + " hours, which is unusual"));
  }

  public @Nullable Instant readAt() {
    return state.map(FeedState::lookedAt).orElse(null);
  }

  public @Nullable Instant newestAt() {
    return state.map(FeedState::newestAt).orElse(null);
  }

  public Optional<Allowance> allowance() {
    return state.map(FeedState::allowance);
  }

  public @Nullable Duration lag() {
    return state.map(FeedState::lag).orElse(null);
  }

  /** Whether it has not looked for longer than it should have. */
  public boolean late(Instant now) {
    return now.isAfter(nextBy);
  }
}
