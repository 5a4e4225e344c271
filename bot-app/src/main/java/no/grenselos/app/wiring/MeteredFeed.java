package no.grenselos.app.wiring;

import java.time.Duration;
import java.util.Optional;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Budget;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.Fetch;
import no.grenselos.mention.Network;

/**
 * A feed with the money that its entry in the configuration says.
 *
 * @param meter name of the entry
 */
record MeteredFeed(Feed feed, String meter, Optional<Budget> budget) implements Feed {
  @Override
  public String name() {
    return feed.name();
  }

  @Override
  public Network network() {
    return feed.network();
  }

  @Override
  public Duration poll() {
    return feed.poll();
  }

  @Override
  public Fetch fetch(Cursor cursor) {
    return feed.fetch(cursor);
  }

  @Override
  public Optional<Allowance> allowance() {
    return feed.allowance();
  }

  @Override
  public int mostPosts() {
    return feed.mostPosts();
  }

  @Override
  public void release() {
    feed.release();
  }

  @Override
  public void close() {
    feed.close();
  }
}
