package no.grenselos.feed.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
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
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.UnusableItem;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.time.OnwardClock;

/**
 * Reads one timeline. The first look takes the newest page, or goes back as far as {@code since}
 * says; after that {@code min_id} pages forward until a page is empty, which leaves no gaps where
 * {@code since_id} would (docs.joinmastodon.org, Timelines). Now and then it goes back a while,
 * since posts of other servers may come late. At every fourth poll there is a second look for edits
 * and deletes among the latest posts.
 */
final class MastodonFeed extends HttpFeed {
  private static final int RELOOK_EVERY = 4;
  private static final int MOST_PAGES_BACK = 10;

  private final Timeline timeline;
  private final MastodonSettings settings;
  private final MastodonApi api;
  private final StatusReader reader;
  private final Clock clock;
  private final Clock onward;
  private final Optional<Duration> sweep;
  private Instant sweptAt = Instant.EPOCH;

  /**
   * @param sweep how often to look for what came late; empty where somebody else does
   */
  MastodonFeed(
      String name,
      Timeline timeline,
      MastodonSettings settings,
      MastodonApi api,
      Clock clock,
      Optional<Duration> sweep) {
    super(name, MastodonFeedProvider.NETWORK, settings.pace(), api.client());
    this.timeline = timeline;
    this.settings = settings;
    this.api = api;
    this.reader = new StatusReader(settings.server(), api.token().isPresent());
    this.clock = clock;
    this.onward = new OnwardClock(clock);
    this.sweep = sweep;
  }

  @Override
  public Fetch fetch(Cursor cursor) {
    if (timeline.ofNotifications() && api.token().isEmpty()) {
      return new Fetch.Refused(
          "mentions of an account can only be read with its token",
          "Make a token on " + settings.server().host() + " and set MASTODON_TOKEN to it.");
    }
    SeenPosts seen = SeenPosts.of(cursor);
    return seen.nothingYet() ? firstLook(seen) : goOn(seen);
  }

  private Fetch firstLook(SeenPosts seen) {
    Optional<Instant> start = settings.since().map(clock.instant()::minus);
    List<JsonNode> items = new ArrayList<>();
    MastodonApi.Loaded loaded = api.list(timeline.newest());
    for (int pages = 1; loaded instanceof MastodonApi.Loaded.Items page; pages++) {
      items.addAll(page.items());
      boolean further = start.isPresent() && page.mayGoOn() && pages < MOST_PAGES_BACK;
      if (!further || !reachesBack(page.items(), start.get())) break;
      loaded = api.list(timeline.before(oldest(page.items())));
    }
    if (loaded instanceof MastodonApi.Loaded.Not not) return not.fetch();
    sweptAt = onward.instant();
    items.forEach(item -> seen.moveTo(Json.text(item, "id")));
    items.removeIf(item -> start.isPresent() && isOlder(item, start.get()));
    return taken(items, seen, false);
  }

  private Fetch goOn(SeenPosts seen) {
    Instant now = onward.instant();
    boolean back = sweep.isPresent() && !now.isBefore(sweptAt.plus(sweep.get()));
    String last = seen.last();
    if (back) seen.stepBack();
    return switch (api.list(timeline.after(seen.last()))) {
      case MastodonApi.Loaded.Not not -> not.fetch();
      case MastodonApi.Loaded.Items page -> {
        // a server that does not know min_id gives its newest page again and again
        List<JsonNode> fresh =
            page.items().stream()
                .filter(item -> StatusOrder.isAfter(Json.text(item, "id"), seen.last()))
                .toList();
        if (back) sweptAt = now;
        if (fresh.isEmpty()) seen.moveTo(last);
        boolean again = seen.timeToLookAgain(RELOOK_EVERY);
        if (!fresh.isEmpty()) yield taken(fresh, seen, page.mayGoOn());
        if (!again) yield new Gathering().page(seen.cursor(), false);
        seen.lookedAgain();
        yield new SecondLook(api, timeline, reader, clock).at(seen);
      }
    };
  }

  private Fetch.Page taken(List<JsonNode> items, SeenPosts seen, boolean more) {
    Gathering gathering = new Gathering();
    items.stream().sorted(StatusOrder.OLDEST_FIRST).forEach(item -> take(item, seen, gathering));
    return gathering.page(seen.cursor(), more);
  }

  private void take(JsonNode item, SeenPosts seen, Gathering gathering) {
    String itemId = Json.text(item, "id");
    JsonNode post = timeline.post(item);
    boolean told =
        sweep.isPresent()
            && !timeline.ofNotifications()
            && seen.revision(Json.text(post, "id")).isPresent();
    if (!told) gathering.take(itemId, () -> posted(item, post, seen));
    if (!itemId.isEmpty()) seen.moveTo(itemId);
  }

  private MentionEvent posted(JsonNode item, JsonNode post, SeenPosts seen) {
    if (timeline.ofNotifications()) {
      String type = Json.text(item, "type");
      if (type.equals("favourite")) return reader.liked(item);
      if (!type.equals("mention")) throw new UnusableItem("is a notification of another kind");
    }
    Mention mention = reader.read(post, seen::root);
    String root = mention.conversation().substring(settings.server().host().length() + 1);
    seen.remember(Json.text(post, "id"), mention.revision(), root);
    return new MentionEvent.Posted(mention);
  }

  private static boolean reachesBack(List<JsonNode> items, Instant start) {
    return !items.isEmpty() && items.stream().noneMatch(item -> isOlder(item, start));
  }

  private static String oldest(List<JsonNode> items) {
    return items.stream().map(item -> Json.text(item, "id")).min(StatusOrder.BY_ID).orElseThrow();
  }

  /** An item without a readable time is not older: it will be listed as unreadable. */
  private static boolean isOlder(JsonNode item, Instant start) {
    try {
      return Json.moment(item, "created_at").isBefore(start);
    } catch (UnusableItem e) {
      return false;
    }
  }
}
