package no.grenselos.feed.hackernews;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.HttpFeed;
import no.grenselos.feed.http.IdOrder;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.MentionEvent;

/**
 * Reads one query, window by window from the oldest on. A window with more hits than a page is
 * halved until it fits; after a longer absence the next windows follow in the next fetches. When
 * all is read there is a second look at a few earlier items.
 */
final class HackerNewsFeed extends HttpFeed {
  static final Comparator<JsonNode> OLDEST_FIRST =
      Comparator.comparingLong((JsonNode hit) -> hit.path("created_at_i").asLong())
          .thenComparing(hit -> Json.text(hit, "objectID"), IdOrder.OLDEST_FIRST);

  private final String query;
  private final HackerNewsSettings settings;
  private final HackerNewsApi api;
  private final Clock clock;

  HackerNewsFeed(
      String name, String query, HackerNewsSettings settings, HackerNewsApi api, Clock clock) {
    super(name, HackerNewsFeedProvider.NETWORK, settings.pace(), api.client());
    this.query = query;
    this.settings = settings;
    this.api = api;
    this.clock = clock;
  }

  @Override
  public Fetch fetch(Cursor cursor) {
    long now = clock.instant().getEpochSecond();
    SeenItems seen = SeenItems.of(cursor, now - settings.since().toSeconds());
    return read(seen.window(now), seen, now);
  }

  /** Ends: a window of one second is taken as it is. */
  private Fetch read(Window window, SeenItems seen, long now) {
    return switch (api.hits(query, window)) {
      case HackerNewsApi.Loaded.Hits hits when hits.full() && !window.isOneSecond() ->
          read(window.firstHalf(), seen, now);
      case HackerNewsApi.Loaded.Hits hits -> taken(hits, window, seen, now);
      case HackerNewsApi.Loaded.Not not -> not.fetch();
    };
  }

  private Fetch taken(HackerNewsApi.Loaded.Hits hits, Window window, SeenItems seen, long now) {
    Gathering gathering = new Gathering();
    List<String> earlier = seen.toAskAbout(SecondLook.QUESTIONS);
    hits.hits().stream()
        .sorted(OLDEST_FIRST)
        .filter(hit -> !seen.has(Json.text(hit, "objectID")))
        .forEach(hit -> gathering.take(Json.text(hit, "objectID"), () -> posted(hit, seen)));
    if (hits.full()) {
      gathering.skip(
          "second " + window.from(), "has more items than the search gives: some were not read");
    }
    seen.read(window, now);
    boolean more = window.to() < now;
    if (!more) new SecondLook(api, clock).at(earlier, seen, gathering);
    return gathering.page(seen.cursor(), more);
  }

  private static MentionEvent posted(JsonNode hit, SeenItems seen) {
    Item item = Item.ofHit(hit);
    MentionEvent posted = new MentionEvent.Posted(item.mention(""));
    seen.add(item);
    return posted;
  }
}
