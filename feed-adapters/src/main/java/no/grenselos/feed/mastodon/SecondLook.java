package no.grenselos.feed.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
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
 * is asked before we believe it.
 */
record SecondLook(MastodonApi api, Timeline timeline, StatusReader reader, Clock clock) {
  /** Questions about single posts in one look; the others have their turn later. */
  private static final int MOST_QUESTIONS = 5;

  Fetch at(SeenPosts seen) {
    return switch (api.list(timeline.newest())) {
      case MastodonApi.Loaded.Not not -> not.fetch();
      case MastodonApi.Loaded.Items page -> {
        Gathering gathering = new Gathering();
        Map<String, JsonNode> shown = byId(page.items());
        shown.forEach((id, post) -> compare(id, post, seen, gathering));
        if (page.mayGoOn()) {
          missing(shown, seen).stream()
              .limit(MOST_QUESTIONS)
              .forEach(id -> ask(id, seen, gathering));
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

  /** Known posts younger than the oldest one shown; all of them when the page is not full. */
  private static List<String> missing(Map<String, JsonNode> shown, SeenPosts seen) {
    String oldest =
        shown.size() < Timeline.PAGE
            ? ""
            : shown.keySet().stream().min(StatusOrder.BY_ID).orElse("");
    return seen.ids().stream()
        .filter(id -> !shown.containsKey(id) && StatusOrder.isAfter(id, oldest))
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
