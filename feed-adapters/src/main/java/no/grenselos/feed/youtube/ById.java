package no.grenselos.feed.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.feed.Fetch;

/**
 * Threads and comments asked for by their ids, each question halved where one of many ids spoils
 * the whole answer.
 */
record ById(YouTubeApi api) {
  /** What came of it. */
  sealed interface Answer {
    /** Those that are there, by their ids. */
    record Shown(Map<String, JsonNode> items) implements Answer {}

    record Not(Fetch fetch) implements Answer {}
  }

  Answer threads(List<String> ids) {
    return ask(ids, false);
  }

  Answer replies(List<String> ids) {
    return ask(ids, true);
  }

  private Answer ask(List<String> ids, boolean ofReplies) {
    return switch (ofReplies ? api.comments(ids) : api.threads(ids)) {
      case YouTubeApi.Loaded.Page page -> {
        Map<String, JsonNode> there = new HashMap<>();
        page.items().forEach(item -> there.put(Comment.id(item, "id"), item));
        yield new Answer.Shown(there);
      }
      case YouTubeApi.Loaded.Not not when !not.missing() -> new Answer.Not(not.fetch());
      case YouTubeApi.Loaded.Not not when ids.size() == 1 -> new Answer.Shown(Map.of());
      case YouTubeApi.Loaded.Not not -> {
        int half = ids.size() / 2;
        yield both(ask(ids.subList(0, half), ofReplies), ids.subList(half, ids.size()), ofReplies);
      }
    };
  }

  private Answer both(Answer left, List<String> others, boolean ofReplies) {
    if (!(left instanceof Answer.Shown one)) return left;
    Answer right = ask(others, ofReplies);
    if (!(right instanceof Answer.Shown other)) return right;
    Map<String, JsonNode> all = new HashMap<>(one.items());
    all.putAll(other.items());
    return new Answer.Shown(all);
  }
}
