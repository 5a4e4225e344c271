package no.grenselos.feed.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.MentionEvent;

/**
 * Looks at the newest page again for what happened to posts already taken in: another {@code
 * edited_at} is an edit; a post that should be on the page and is not may be gone, which the server
 * is asked before we believe it. Posts too old for the page are asked about in turn.
 */
record SecondLook(MastodonApi api, Timeline timeline, StatusReader reader, Clock clock) {
  /** Questions about single posts in one look; the others have their turn later. */
  private static final int MOST_QUESTIONS = 8;

  Fetch at(SeenPosts seen) {
    return switch (api.list(timeline.newest())) {
      case MastodonApi.Loaded.Not not -> not.fetch();
      case MastodonApi.Loaded.Items page -> {
        Gathering gathering = new Gathering();
        Map<String, JsonNode> shown = byId(page.items());
        shown.forEach((id, post) -> compare(id, post, seen, gathering));
        if (page.mayGoOn()) {
          questionable(shown, seen).forEach(id -> ask(id, seen, gathering));
        }
        yield gathering.page(seen.cursor(), false);
      }
    };
  }

  private Map<String, JsonNode> byId(List<JsonNode> items) {
    Map<String, JsonNode> posts = new LinkedHashMap<>();
    for (JsonNode item : items.reversed()) {
      String id = Json.text(timeline.post(item), "id");
      if (!id.isEmpty()) posts.put(id, timeline.post(item));
    }
    return posts;
  }

  private void compare(String id, JsonNode post, SeenPosts seen, Gathering gathering) {
    String revision = StatusReader.revision(post);
    if (seen.revision(id).filter(known -> !known.equals(revision)).isEmpty()) return;
    gathering.take(id, () -> new MentionEvent.Edited(reader.read(post, seen::root)));
    seen.revise(id, revision);
  }

  /**
   * Whom to ask about: first the posts that should be on the page and are not, then the older ones,
   * each group beginning with those not asked about for longest.
   */
  private static List<String> questionable(Map<String, JsonNode> shown, SeenPosts seen) {
    String oldest =
        shown.size() < Timeline.PAGE
            ? ""
            : shown.keySet().stream().min(StatusOrder.BY_ID).orElse("");
    return seen.ids().stream()
        .filter(id -> !shown.containsKey(id))
        .sorted(Comparator.comparing(id -> !StatusOrder.isAfter(id, oldest)))
        .limit(MOST_QUESTIONS)
        .toList();
  }

  private void ask(String id, SeenPosts seen, Gathering gathering) {
    switch (api.post(id)) {
      case MastodonApi.Found.Post found -> {
        compare(id, found.status(), seen, gathering);
        seen.putOff(id);
      }
      case MastodonApi.Found.Gone gone -> {
        gathering.take(id, () -> new MentionEvent.Deleted(reader.mentionId(id), clock.instant()));
        seen.forget(id);
      }
      case MastodonApi.Found.Unknown unknown -> seen.putOff(id);
    }
  }
}
