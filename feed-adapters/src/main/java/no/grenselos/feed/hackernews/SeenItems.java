package no.grenselos.feed.hackernews;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.http.IdOrder;
import no.grenselos.feed.http.Json;

/**
 * What the cursor of a query holds: the second to go on from, and the latest items with their
 * words' fingerprint. Searching begins a while before what was last read, since the search learns
 * of items late and several have the same second; the ids tell what is new. Not thread safe; made
 * anew from the cursor for every fetch.
 */
final class SeenItems {
  /** Our own margin, not a documented figure: how late the search may learn of an item. */
  static final Duration OVERLAP = Duration.ofHours(2);

  private static final int KEPT = 500;
  private static final String GONE = "gone";

  /** In the order of asking: the first was not asked about for longest. */
  private final Map<String, Seen> items = new LinkedHashMap<>();

  private long start;
  private long from;
  private long span;

  private record Seen(String fingerprint, String story) {}

  /**
   * @param start where to begin when the cursor says nothing, in Unix seconds
   */
  static SeenItems of(Cursor cursor, long start) {
    SeenItems seen = new SeenItems();
    JsonNode node = Json.parse(cursor.text()).orElseGet(Json::object);
    seen.from = Math.max(0, node.path("from").asLong(start));
    // cursors of before this was kept begin where they stand
    seen.start = node.path("start").asLong(seen.from);
    seen.span = Math.max(1, node.path("span").asLong(Long.MAX_VALUE));
    for (Map.Entry<String, JsonNode> item : node.path("seen").properties()) {
      JsonNode parts = item.getValue();
      seen.items.put(item.getKey(), new Seen(parts.path(0).asText(""), parts.path(1).asText("")));
    }
    return seen;
  }

  Cursor cursor() {
    ObjectNode node = Json.object().put("start", start).put("from", from).put("span", span);
    ObjectNode kept = node.putObject("seen");
    Set<String> latest =
        items.keySet().stream()
            .sorted(IdOrder.OLDEST_FIRST.reversed())
            .limit(KEPT)
            .collect(Collectors.toSet());
    items.forEach((id, seen) -> {
      if (latest.contains(id)) kept.putArray(id).add(seen.fingerprint()).add(seen.story());
    });
    return new Cursor(Json.write(node));
  }

  /** What to search next: twice as much as was possible last, for the case that it was a peak. */
  Window window(long now) {
    long begin = Math.min(from, now);
    long most = span > (now - begin) / 2 ? now - begin : 2 * span;
    return new Window(begin, begin + most);
  }

  /** The window is read. Going back for late items begins anew, however far windows went. */
  void read(Window window, long now) {
    boolean caughtUp = window.to() >= now;
    from = caughtUp ? Math.max(start, now - OVERLAP.toSeconds()) : window.to() + 1;
    span = caughtUp ? Long.MAX_VALUE : window.span();
  }

  boolean has(String id) {
    return items.containsKey(id);
  }

  void add(Item item) {
    items.put(item.id(), new Seen(item.fingerprint(), item.story()));
  }

  /** The ids to ask about, longest not asked about first; none that is gone. */
  List<String> toAskAbout(int most) {
    return items.entrySet().stream()
        .filter(item -> !item.getValue().fingerprint().equals(GONE))
        .map(Map.Entry::getKey)
        .limit(most)
        .toList();
  }

  String fingerprint(String id) {
    return seen(id).fingerprint();
  }

  String story(String id) {
    return seen(id).story();
  }

  /** The last to be asked about again. */
  void asked(String id, String fingerprint) {
    String story = story(id);
    items.remove(id);
    items.put(id, new Seen(fingerprint, story));
  }

  /** Remembered nevertheless: the search may show it for a while. */
  void gone(String id) {
    asked(id, GONE);
  }

  private Seen seen(String id) {
    return items.getOrDefault(id, new Seen("", id));
  }
}
