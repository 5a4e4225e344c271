package no.grenselos.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Budget;
import no.grenselos.feed.FeedState;

/**
 * How one feed stands, whoever reads it: what the chat, the command line and the metrics tell.
 *
 * @param metered posts of this month under its meter, with those of other feeds
 * @param now when that was so
 */
public record FeedStanding(FeedStates.Row row, long metered, Instant now) {
  /** Of all feeds that were ever held, by name. */
  public static List<FeedStanding> all(Books books, Instant now) {
    FeedStates states = books.feedStates();
    return states.all().stream()
        .map(row ->
            new FeedStanding(row, states.read(row.label().meter(), FeedState.monthOf(now)), now))
        .toList();
  }

  public FeedState state() {
    return row.state();
  }

  /** The node that reads it; empty while none does. */
  public Optional<String> node() {
    Instant until = row.heldUntil();
    return Optional.ofNullable(row.holder()).filter(node -> until != null && now.isBefore(until));
  }

  public long postsThisMonth() {
    return state().postsIn(FeedState.monthOf(now));
  }

  /** Posts an hour of late. */
  public double postsPerHour() {
    return state().postsPerHour(now);
  }

  /** How long ago a look went well; empty before the first. */
  public Optional<Duration> age() {
    return Optional.ofNullable(state().lookedAt()).map(at -> Duration.between(at, now));
  }

  public Optional<Budget> budget() {
    return Optional.ofNullable(row.label().budget());
  }

  /** What its meter's posts cost this month, as {@code 161.20 / 200.00 USD}. */
  public Optional<String> spent() {
    return budget().map(money -> money.told(metered));
  }
}
