package no.grenselos.feed.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Skipped;
import no.grenselos.mention.MentionEvent;

/** Reads a feed as the engine does: page after page, each kept before the next is asked for. */
public final class LiveReader {
  private static final int PATIENCE = 100;

  private final List<MentionEvent> events = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private final List<Fetch> troubles = new ArrayList<>();
  private Feed feed;
  private Cursor cursor = Cursor.START;

  public LiveReader(Feed feed) {
    this.feed = feed;
  }

  /** One fetch. */
  public Fetch once() {
    Fetch fetch = feed.fetch(cursor);
    if (fetch instanceof Fetch.Page page) keep(page);
    else troubles.add(fetch);
    return fetch;
  }

  public void keep(Fetch.Page page) {
    events.addAll(page.events());
    skipped.addAll(page.skipped());
    cursor = page.next();
  }

  /** Fetches until so many events are there in all; a feed in trouble is not waited for. */
  public List<String> until(int many) {
    for (int i = 0; i < PATIENCE && events.size() < many; i++) {
      Fetch fetch = once();
      assertThat(fetch).isInstanceOf(Fetch.Page.class);
    }
    assertThat(keys()).hasSizeGreaterThanOrEqualTo(many);
    return keys();
  }

  /** Fetches until something is no page. */
  public Fetch trouble() {
    for (int i = 0; i < PATIENCE; i++) {
      Fetch fetch = once();
      if (!(fetch instanceof Fetch.Page)) return fetch;
    }
    throw new AssertionError("no trouble, but " + keys());
  }

  /** Another process goes on with what was kept. */
  public void restart(Feed again) {
    feed = again;
  }

  public List<String> keys() {
    return events.stream().map(MentionEvent::key).toList();
  }

  public List<MentionEvent> events() {
    return events;
  }

  public List<Skipped> skipped() {
    return skipped;
  }

  public List<Fetch> troubles() {
    return troubles;
  }

  public Cursor cursor() {
    return cursor;
  }
}
