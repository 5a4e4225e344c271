package no.grenselos.feed.trouble;

import java.time.Duration;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.Fetch;
import no.grenselos.mention.Network;

/**
 * A feed whose looks somebody hears of.
 *
 * @param looked is told of each page, before it is kept
 */
record WatchedFeed(Feed feed, Runnable looked) implements Feed {
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
    Fetch fetch = feed.fetch(cursor);
    if (fetch instanceof Fetch.Page) looked.run();
    return fetch;
  }

  @Override
  public void close() {
    feed.close();
  }
}
