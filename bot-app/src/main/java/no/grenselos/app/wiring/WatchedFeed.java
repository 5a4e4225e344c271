package no.grenselos.app.wiring;

import java.time.Duration;
import no.grenselos.config.Finding;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.Fetch;
import no.grenselos.mention.Network;

/** A feed that remembers how its last page went, for who asks how we are. */
public final class WatchedFeed implements Feed {
  private final Feed feed;
  private volatile Finding last;

  WatchedFeed(Feed feed) {
    this.feed = feed;
    this.last = finding(true, "not read yet");
  }

  public Finding last() {
    return last;
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
    Fetch fetch = feed.fetch(cursor);
    last =
        switch (fetch) {
          case Fetch.Page page -> finding(true, "read " + page.events().size() + " events");
          case Fetch.Wait wait -> finding(true, "waits " + wait.time() + ": " + wait.reason());
          case Fetch.Failed failed -> finding(false, "failed: " + failed.reason());
          case Fetch.Refused refused ->
              finding(false, "refused: " + refused.reason() + "; " + refused.whatToDo());
        };
    return fetch;
  }

  @Override
  public void close() {
    feed.close();
  }

  private Finding finding(boolean fine, String text) {
    return new Finding(fine, "feed " + feed.name(), text);
  }
}
