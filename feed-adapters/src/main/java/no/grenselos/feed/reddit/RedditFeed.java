package no.grenselos.feed.reddit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.HttpFeed;

/**
 * Reads one listing, newest first and page by page back to what is known and cannot come late any
 * more, so that neither an outage nor a rush leaves a gap; Reddit lists about a thousand things,
 * and where that does not reach back it is said. When Reddit stops us between two pages, none
 * counts as read. At every fourth poll there is a second look for edits and deletes among the
 * latest things.
 */
final class RedditFeed extends HttpFeed {
  private static final int RELOOK_EVERY = 4;
  private static final int MOST_PAGES = 10;

  private final RedditListing listing;
  private final RedditSettings settings;
  private final RedditApi api;
  private final ThingReader reader;
  private final Clock clock;

  RedditFeed(
      String name,
      RedditListing listing,
      RedditSettings settings,
      RedditApi api,
      ThingReader reader,
      Clock clock) {
    super(name, RedditFeedProvider.NETWORK, settings.pace(), api.client());
    this.listing = listing;
    this.settings = settings;
    this.api = api;
    this.reader = reader;
    this.clock = clock;
  }

  /** All that is newer than what is known, or why it could not be read. */
  private sealed interface Looked {
    record Back(List<RedditThing> things, boolean gap) implements Looked {}

    record Not(Fetch fetch) implements Looked {}
  }

  @Override
  public Fetch fetch(Cursor cursor) {
    if (listing.ofInbox() && !api.access().asAccount()) {
      return new Fetch.Refused(
          "mentions of an account can only be read as that account",
          "Let the account authorise the app, and set REDDIT_REFRESH_TOKEN.");
    }
    Optional<Fetch> rest = rest();
    if (rest.isPresent()) return rest.get();
    long began = now().getEpochSecond();
    SeenThings seen = SeenThings.of(cursor);
    boolean first = seen.nothingYet();
    if (first)
      settings.since().map(now()::minus).map(Instant::getEpochSecond).ifPresent(seen::startAfter);
    return switch (lookBack(seen)) {
      case Looked.Not not -> not.fetch();
      case Looked.Back back -> taken(back, seen, first, began);
    };
  }

  private Looked lookBack(SeenThings seen) {
    List<RedditThing> things = new ArrayList<>();
    RedditApi.Loaded loaded = api.list(listing.first());
    for (int pages = 1; loaded instanceof RedditApi.Loaded.Page page; pages++) {
      List<RedditThing> shown = page.things().stream().map(RedditThing::of).toList();
      things.addAll(shown);
      boolean ends = page.after().isEmpty();
      // what fits a page was not cut off by Reddit, even when all that we knew was taken away
      boolean whole = seen.nothingYet() || seen.settledBy(shown) || (ends && pages == 1);
      if (whole) return new Looked.Back(things, false);
      if (ends || pages == MOST_PAGES) return new Looked.Back(things, !seen.reachedBy(things));
      if (!page.mayGoOn()) return new Looked.Not(rest().orElseGet(RedditFeed::aMinute));
      loaded = api.list(listing.after(page.after()));
    }
    return switch (loaded) {
      case RedditApi.Loaded.Not not -> new Looked.Not(not.fetch());
      case RedditApi.Loaded.Page page -> throw new IllegalStateException("a page ends the loop");
    };
  }

  private Fetch.Page taken(Looked.Back back, SeenThings seen, boolean first, long began) {
    Gathering gathering = new Gathering();
    if (seen.nothingYet()) seen.startAfter(oldest(back.things()) - 1);
    if (back.gap() && !first) {
      gathering.skip(
          Instant.ofEpochSecond(seen.floor())
              + " to "
              + Instant.ofEpochSecond(oldest(back.things())),
          "Reddit lists about a thousand things only: older ones were not read");
    }
    SecondLook look = new SecondLook(api, reader, clock);
    back.things().stream()
        .sorted(RedditThing.OLDEST_FIRST)
        .filter(thing -> !seen.isHistory(thing))
        .forEach(thing -> {
          if (seen.knows(thing)) look.compare(thing, seen, gathering);
          else take(thing, seen, gathering);
        });
    if (!first && seen.timeToLookAgain(RELOOK_EVERY)) look.at(seen, gathering);
    return gathering.page(seen.cursor(began), false);
  }

  private void take(RedditThing thing, SeenThings seen, Gathering gathering) {
    String item = thing.name().isEmpty() ? "an item without a name" : thing.name();
    gathering.take(item, () -> reader.event(thing, now()));
    seen.remember(thing, now().getEpochSecond());
  }

  /** Without any thing the past hour stays open, for what Reddit shows late. */
  private long oldest(List<RedditThing> things) {
    return things.stream()
        .mapToLong(RedditThing::created)
        .filter(seconds -> seconds > 0)
        .min()
        .orElse(now().minus(Duration.ofHours(1)).getEpochSecond());
  }

  /** Reddit says with each answer how many requests are left until when. */
  private Optional<Fetch> rest() {
    return allowance()
        .filter(allowed -> allowed.left() == 0)
        .flatMap(allowed -> Optional.ofNullable(allowed.until()))
        .filter(until -> until.isAfter(now()))
        .map(until -> new Fetch.Wait(Duration.between(now(), until), "the limit is used up"));
  }

  private static Fetch aMinute() {
    return new Fetch.Wait(Duration.ofMinutes(1), "the limit is used up");
  }

  private Instant now() {
    return clock.instant();
  }
}
