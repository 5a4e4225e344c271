package no.grenselos.feed.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.MentionEvent;

/**
 * Asks for posts already taken in once more: another hash is an edit; a post that is missing, also
 * when asked for again with none but the missing, is gone.
 */
record SecondLook(BlueskyApi api, PostReader reader, Clock clock) {
  private static final int REQUESTS = 2;

  /** As far as the network answers; the rest has its turn later. */
  void at(SeenPosts seen, Gathering gathering) {
    List<String> posts = seen.posts();
    for (int part = 0; part < REQUESTS; part++) {
      List<String> asked =
          posts.stream()
              .skip((long) part * BlueskyApi.MOST_POSTS)
              .limit(BlueskyApi.MOST_POSTS)
              .toList();
      if (asked.isEmpty() || !ask(asked, seen, gathering)) return;
    }
  }

  private boolean ask(List<String> asked, SeenPosts seen, Gathering gathering) {
    Optional<Map<String, JsonNode>> shown = shown(asked);
    if (shown.isEmpty()) return false;
    shown.get().forEach((uri, view) -> compare(uri, view, seen, gathering));
    List<String> missing = asked.stream().filter(uri -> !shown.get().containsKey(uri)).toList();
    if (missing.isEmpty()) return true;
    Optional<Map<String, JsonNode>> again = shown(missing);
    if (again.isEmpty()) return false;
    for (String uri : missing) {
      if (again.get().containsKey(uri)) continue;
      gathering.take(uri, () -> deleted(uri));
      seen.gone(uri);
    }
    return true;
  }

  private MentionEvent deleted(String uri) {
    return new MentionEvent.Deleted(AtUri.parse(uri).orElseThrow().mentionId(), clock.instant());
  }

  private void compare(String uri, JsonNode view, SeenPosts seen, Gathering gathering) {
    String cid = Json.text(view, "cid");
    if (!seen.knows(uri)) return;
    if (seen.wasOther(uri, cid)) {
      gathering.take(uri, () -> new MentionEvent.Edited(reader.read(view, cid)));
    }
    seen.remember(uri, cid);
  }

  /** The posts by uri; empty when the network does not answer with a list of posts. */
  private Optional<Map<String, JsonNode>> shown(List<String> uris) {
    return switch (api.shown(uris)) {
      case BlueskyApi.Shown.Posts posts -> Optional.of(posts.views());
      case BlueskyApi.Shown.Not not -> Optional.empty();
    };
  }
}
