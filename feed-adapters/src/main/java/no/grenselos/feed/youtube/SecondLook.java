package no.grenselos.feed.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks about fifty earlier threads or replies in one call: for edits, deletes, and new replies to
 * old comments, which no list shows. One that cannot be found is gone only if it could be found
 * before: YouTube lists some comments that it does not find by their ids.
 */
record SecondLook(YouTubeApi api) {
  /** The ids of those that are gone. */
  List<String> at(SeenComments seen, Harvest harvest) {
    SeenComments.Turn turn = seen.turn(YouTubeApi.IDS);
    if (turn.ids().isEmpty()) return List.of();
    Optional<Map<String, JsonNode>> there = ask(turn.ids(), turn.ofReplies());
    // trouble is left to the next poll: what the list gave is worth more than this look
    if (there.isEmpty()) return List.of();
    List<String> gone = new ArrayList<>();
    for (String id : turn.ids()) {
      JsonNode node = there.get().get(id);
      if (node == null) {
        if (seen.missed(id)) gone.add(id);
      } else {
        seen.found(id);
        if (turn.ofReplies()) harvest.reply(node);
        else harvest.thread(node);
      }
    }
    return gone;
  }

  /** Halves the question where one of many ids spoils the whole answer; empty on trouble. */
  private Optional<Map<String, JsonNode>> ask(List<String> ids, boolean ofReplies) {
    return switch (ofReplies ? api.comments(ids) : api.threads(ids)) {
      case YouTubeApi.Loaded.Page page -> {
        Map<String, JsonNode> there = new HashMap<>();
        page.items().forEach(item -> there.put(Comment.id(item, "id"), item));
        yield Optional.of(there);
      }
      case YouTubeApi.Loaded.Not not when !not.missing() -> Optional.empty();
      case YouTubeApi.Loaded.Not not when ids.size() == 1 -> Optional.of(Map.of());
      case YouTubeApi.Loaded.Not not -> {
        int half = ids.size() / 2;
        Optional<Map<String, JsonNode>> left = ask(ids.subList(0, half), ofReplies);
        yield left.flatMap(
            one -> ask(ids.subList(half, ids.size()), ofReplies).map(other -> both(one, other)));
      }
    };
  }

  private static Map<String, JsonNode> both(
      Map<String, JsonNode> one, Map<String, JsonNode> other) {
    Map<String, JsonNode> all = new HashMap<>(one);
    all.putAll(other);
    return all;
  }
}
