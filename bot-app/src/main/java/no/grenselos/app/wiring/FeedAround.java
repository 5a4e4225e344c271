package no.grenselos.app.wiring;

import java.time.Duration;
import java.util.Optional;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Budget;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.Fetch;
import no.grenselos.mention.Network;

/** A feed that is another one, but for what is said anew. */
public abstract class FeedAround implements Feed {
  private final Feed feed;

  protected FeedAround(Feed feed) {
    this.feed = feed;
  }

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
  public Optional<Budget> budget() {
    return feed.budget();
  }

  @Override
  public String meter() {
    return feed.meter();
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
