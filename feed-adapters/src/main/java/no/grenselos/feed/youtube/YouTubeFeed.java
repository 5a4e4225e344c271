package no.grenselos.feed.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.HttpFeed;
import no.grenselos.feed.http.Pace;
import no.grenselos.mention.MentionEvent;

/**
 * Reads the threads of one place, newest first and page by page back to what is known, with their
 * replies; then looks again at fifty earlier comments. The first page of each poll has its unit set
 * aside; replies that a thread does not bring and second looks take what is left of the day.
 */
final class YouTubeFeed extends HttpFeed {
  private static final int MOST_PAGES = 20;

  private final YouTubeApi api;
  private final CommentReader reader;
  private final Duration since;
  private final Duration poll;
  private final Clock clock;

  YouTubeFeed(
      String name, YouTubeApi api, CommentReader reader, Duration since, Pace pace, Clock clock) {
    super(name, YouTubeFeedProvider.NETWORK, pace, api.client());
    this.api = api;
    this.reader = reader;
    this.since = since;
    this.poll = pace.poll();
    this.clock = clock;
  }

  /** All that is newer than what is known, or why it could not be read. */
  private sealed interface Looked {
    record Back(List<JsonNode> threads, boolean gap) implements Looked {}

    record Not(Fetch fetch) implements Looked {}
  }

  /** What this feed has left of its own share of the day's units, by our count. */
  @Override
  public Optional<Allowance> allowance() {
    return api.units().allowance();
  }

  @Override
  public Fetch fetch(Cursor cursor) {
    long begin = clock.instant().minus(since).getEpochSecond();
    SeenComments seen = SeenComments.of(cursor, begin);
    api.units().atLeast(seen.spent());
    return switch (lookBack(seen)) {
      case Looked.Not not -> not.fetch();
      case Looked.Back back -> taken(back, seen);
    };
  }

  private Looked lookBack(SeenComments seen) {
    List<JsonNode> threads = new ArrayList<>();
    String pageToken = "";
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      switch (api.newest(pageToken)) {
        case YouTubeApi.Loaded.Not not -> {
          return new Looked.Not(not.fetch());
        }
        case YouTubeApi.Loaded.Page page -> {
          threads.addAll(page.items());
          pageToken = page.next();
        }
      }
      if (pageToken.isEmpty() || reachedKnown(threads, seen)) {
        return new Looked.Back(threads, false);
      }
    }
    return new Looked.Back(threads, true);
  }

  /** The last one decides: an old thread may stand further up, pinned or with a new reply. */
  private static boolean reachedKnown(List<JsonNode> threads, SeenComments seen) {
    return !threads.isEmpty() && seen.reachedBy(CommentThread.of(threads.getLast()).top());
  }

  private Fetch.Page taken(Looked.Back back, SeenComments seen) {
    Harvest harvest = new Harvest(api, seen, poll);
    back.threads().forEach(harvest::thread);
    boolean again = !seen.atStart() && !harvest.more() && api.units().sparesOneBeside(poll);
    List<String> gone = again ? new SecondLook(api).at(seen, harvest) : List.of();
    harvest.take(reader, clock);
    Gathering gathering = harvest.gathering();
    if (back.gap()) {
      gathering.skip("list", "is longer than " + MOST_PAGES + " pages: older ones were not read");
    }
    gone.forEach(id -> deleted(id, seen, gathering));
    return gathering.page(seen.cursor(api.units().spent()), harvest.more());
  }

  private void deleted(String id, SeenComments seen, Gathering gathering) {
    if (seen.told(id)) {
      gathering.take(
          id, () -> new MentionEvent.Deleted(CommentReader.mentionId(id), clock.instant()));
    }
    seen.forget(id);
  }
}
