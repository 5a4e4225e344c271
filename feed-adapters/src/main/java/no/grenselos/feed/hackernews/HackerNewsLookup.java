package no.grenselos.feed.hackernews;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.HttpLookup;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import okhttp3.HttpUrl;

/**
 * Looks at single items, one request each (github.com/HackerNews/API). An item that is there has
 * the revision of a first sight, since nothing in it says whether it was edited: that is noticed by
 * the feeds, which know its words.
 */
final class HackerNewsLookup extends HttpLookup {
  private static final int MOST = 10;

  /** A discussion hardly goes deeper; what does is a conversation of its own. */
  private static final int MOST_STEPS_UP = 20;

  private static final Pattern ID = Pattern.compile("[1-9]\\d{0,14}");

  /** A site that is silent so often would be silent for minutes. */
  private static final int MOST_FAILURES = 2;

  private final HackerNewsApi api;

  HackerNewsLookup(HackerNewsApi api, Clock clock) {
    super(HackerNewsFeedProvider.NETWORK, api.client(), clock);
    this.api = api;
  }

  private static Optional<String> id(URI link) {
    HttpUrl url = HttpUrl.get(link);
    if (url == null || !url.host().equals("news.ycombinator.com")) return Optional.empty();
    if (!url.encodedPath().matches("/(item|reply)")) return Optional.empty();
    return Optional.ofNullable(url.queryParameter("id")).filter(ID.asMatchPredicate());
  }

  @Override
  public boolean knows(URI link) {
    return id(link).isPresent();
  }

  @Override
  public Found find(URI link) {
    return id(link).map(this::find).orElseGet(() -> nothing("link"));
  }

  private Found find(String id) {
    return switch (api.item(id)) {
      case HackerNewsApi.Found.There there -> posted(id, there.item());
      case HackerNewsApi.Found.Gone gone -> nothing(id);
      case HackerNewsApi.Found.Unknown unknown -> nothing(id);
      case HackerNewsApi.Found.Trouble trouble -> not(trouble.why());
    };
  }

  private Found posted(String id, JsonNode item) {
    Gathering gathering = new Gathering();
    gathering.take(
        id, () -> new MentionEvent.Posted(Item.ofSite(item, story(id, item)).mention("")));
    return seen(gathering);
  }

  /** The site tells only what a comment answers, so the story is at the end of that way. */
  private String story(String id, JsonNode item) {
    String at = id;
    JsonNode shown = item;
    for (int steps = 0; steps < MOST_STEPS_UP; steps++) {
      String parent = Json.text(shown, "parent");
      if (!ID.matcher(parent).matches()) return at;
      at = parent;
      if (!(api.item(parent) instanceof HackerNewsApi.Found.There there)) return at;
      shown = there.item();
    }
    return at;
  }

  @Override
  public int most() {
    return MOST;
  }

  @Override
  protected Found look(List<MentionId> posts) {
    Gathering gathering = new Gathering();
    List<Fetch> troubles = new ArrayList<>();
    for (MentionId post : posts) {
      String id = post.id();
      if (!ID.matcher(id).matches()) continue;
      switch (api.item(id)) {
        case HackerNewsApi.Found.There there ->
            gathering.take(id, () -> new MentionEvent.Edited(known(id, there.item())));
        case HackerNewsApi.Found.Gone gone -> gathering.take(id, () -> deleted(post));
        case HackerNewsApi.Found.Unknown unknown -> {
          // asked about again tomorrow
        }
        case HackerNewsApi.Found.Trouble trouble when trouble.why() instanceof Fetch.Wait wait -> {
          return wait;
        }
        case HackerNewsApi.Found.Trouble trouble -> troubles.add(trouble.why());
      }
      if (troubles.size() == MOST_FAILURES) break;
    }
    boolean nothing = gathering.events().isEmpty() && gathering.skipped().isEmpty();
    return nothing && !troubles.isEmpty() ? not(troubles.getFirst()) : seen(gathering);
  }

  /**
   * It is held already, under the same revision, and this one is not kept: its place need not do.
   */
  private static Mention known(String id, JsonNode item) {
    String parent = Json.text(item, "parent");
    return Item.ofSite(item, parent.isEmpty() ? id : parent).mention("");
  }
}
