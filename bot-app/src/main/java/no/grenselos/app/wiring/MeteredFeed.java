package no.grenselos.app.wiring;

import java.util.Optional;
import no.grenselos.feed.Budget;
import no.grenselos.feed.Feed;

/** A feed with the money that its entry in the configuration says. */
final class MeteredFeed extends FeedAround {
  private final String meter;
  private final Optional<Budget> budget;

  /**
   * @param meter name of the entry
   */
  MeteredFeed(Feed feed, String meter, Optional<Budget> budget) {
    super(feed);
    this.meter = meter;
    this.budget = budget;
  }

  @Override
  public String meter() {
    return meter;
  }

  @Override
  public Optional<Budget> budget() {
    return budget;
  }
}
