package no.grenselos.feed.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.HttpFeed;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.MentionEvent;

/**
 * Walks one list from its newest item back to what was taken before, and ten minutes further, since
 * a search learns of some posts late. The first look takes the newest page, or goes back as far as
 * {@code since} says. A walk broken off goes on where it was; until then nothing counts as taken.
 * At every fourth poll there is a second look for edits and deletes.
 */
final class BlueskyFeed extends HttpFeed {
  private static final Duration OVERLAP = Duration.ofMinutes(10);
  private static final int RELOOK_EVERY = 4;
  private static final int MOST_PAGES = 10;

  private final Listing listing;
  private final BlueskySettings settings;
  private final BlueskyApi api;
  private final Clock clock;
  private final PostReader reader = new PostReader(true);

  /** How a page of the walk went. */
  private sealed interface Step {
    record Onward(List<JsonNode> items, boolean mayGoOn) implements Step {}

    record Arrived(List<JsonNode> items) implements Step {}

    record Stuck(Fetch fetch) implements Step {}
  }

  BlueskyFeed(String name, Listing listing, BlueskySettings settings, BlueskyApi api, Clock clock) {
    super(name, BlueskyFeedProvider.NETWORK, settings.pace(), api.client());
    this.listing = listing;
    this.settings = settings;
    this.api = api;
    this.clock = clock;
  }

  @Override
  public Fetch fetch(Cursor cursor) {
    SeenPosts seen = SeenPosts.of(cursor);
    List<JsonNode> items = new ArrayList<>();
    boolean arrived = false;
    for (int pages = 1; pages <= MOST_PAGES && !arrived; pages++) {
      Step step = step(seen);
      if (step instanceof Step.Stuck stuck) {
        if (pages == 1) return stuck.fetch();
        break; // what was gathered is kept, the next fetch says what is wrong
      }
      if (step instanceof Step.Arrived end) {
        items.addAll(end.items());
        arrived = true;
      }
      if (step instanceof Step.Onward page) {
        items.addAll(page.items());
        if (!page.mayGoOn()) break;
      }
    }
    return taken(items, seen, arrived);
  }

  private Step step(SeenPosts seen) {
    Optional<Instant> floor =
        seen.from()
            .map(moment -> moment.minus(OVERLAP))
            .or(() -> settings.since().map(clock.instant()::minus));
    return switch (api.get(listing.page(api, floor, seen.onward()))) {
      case Answer.Trouble trouble -> new Step.Stuck(trouble.asFetch(api::refused));
      case Answer.Ok ok -> {
        JsonNode answer = BlueskyApi.body(ok);
        JsonNode list = answer.path(listing.field());
        if (!list.isArray())
          yield new Step.Stuck(new Fetch.Failed("the answer is no list of posts"));
        List<JsonNode> items = Json.elements(list);
        items.forEach(item -> listing.readableAt(item).ifPresent(at -> seen.reach(past(at))));
        String onward = listing.onward(answer, seen.onward());
        boolean end =
            floor.isEmpty() || items.stream().anyMatch(item -> isOlder(item, floor.get()));
        List<JsonNode> wanted =
            items.stream().filter(item -> floor.isEmpty() || !isOlder(item, floor.get())).toList();
        if (end || onward.isEmpty()) yield new Step.Arrived(wanted);
        seen.goOn(onward);
        yield new Step.Onward(wanted, !ok.lastAllowed());
      }
    };
  }

  private Fetch.Page taken(List<JsonNode> items, SeenPosts seen, boolean arrived) {
    Gathering gathering = new Gathering();
    items.stream()
        .sorted(Comparator.comparing(item -> listing.readableAt(item).orElse(Instant.MAX)))
        .forEach(item -> take(item, seen, gathering));
    if (arrived) {
      seen.arrive();
      if (seen.timeToLookAgain(RELOOK_EVERY)) {
        seen.lookedAgain();
        new SecondLook(api, reader, clock).at(seen, gathering);
      }
    }
    return gathering.page(seen.cursor(), !arrived);
  }

  private void take(JsonNode item, SeenPosts seen, Gathering gathering) {
    String uri = Json.text(item, "uri");
    String cid = Json.text(item, "cid");
    if (seen.wasOther(uri, cid)) {
      gathering.take(uri, () -> new MentionEvent.Edited(reader.read(item, cid)));
    } else if (!seen.knows(uri)) {
      gathering.take(uri, () -> posted(item));
    } else {
      return;
    }
    if (AtUri.parse(uri).isPresent()) seen.remember(uri, cid);
  }

  private MentionEvent posted(JsonNode item) {
    return Json.text(item, "reason").equals("like")
        ? PostReader.liked(item)
        : new MentionEvent.Posted(reader.read(item, ""));
  }

  /** A moment yet to come, as some programs write, must not make us wait for it. */
  private Instant past(Instant moment) {
    Instant now = clock.instant();
    return moment.isAfter(now) ? now : moment;
  }

  /** An item without a readable time is not older: it will be listed as unreadable. */
  private boolean isOlder(JsonNode item, Instant floor) {
    return listing.readableAt(item).filter(moment -> moment.isBefore(floor)).isPresent();
  }
}
