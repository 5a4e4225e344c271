package no.grenselos.feed.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.http.Json;

/**
 * What the cursor of a feed holds: up to when all is known, when it last looked, and the latest
 * posts and comments with their words' names. Not thread safe; made anew from the cursor for every
 * fetch.
 */
final class SeenItems {
  /** In place of a revision, for what could not be read. */
  static final String UNREADABLE = "?";

  private static final int KEPT = 1_000;

  /** Our own margin, not a documented figure: comments are held back for a while, and let go. */
  private static final Duration LATE = Duration.ofMinutes(10);

  private final Map<String, Seen> items = new LinkedHashMap<>();
  private long floor;
  private long looked;

  private record Seen(String revision, long published) {}

  /**
   * @param begin since when posts count where the cursor says nothing, in Unix seconds
   */
  static SeenItems of(Cursor cursor, long begin) {
    SeenItems seen = new SeenItems();
    JsonNode node = Json.parse(cursor.text()).orElseGet(Json::object);
    seen.floor = node.path("floor").asLong(begin);
    seen.looked = node.path("looked").asLong(0);
    for (Map.Entry<String, JsonNode> item : node.path("seen").properties()) {
      JsonNode parts = item.getValue();
      seen.items.put(item.getKey(), new Seen(parts.path(0).asText(""), parts.path(1).asLong()));
    }
    return seen;
  }

  /**
   * @param now when the look began after which this is known, in Unix seconds
   */
  Cursor cursor(long now) {
    forgetTheOldest();
    ObjectNode node = Json.object().put("floor", floor).put("looked", now);
    ObjectNode kept = node.putObject("seen");
    items.forEach((id, seen) -> kept.putArray(id).add(seen.revision()).add(seen.published()));
    return new Cursor(Json.write(node));
  }

  private void forgetTheOldest() {
    List<Map.Entry<String, Seen>> oldest =
        items.entrySet().stream()
            .sorted(Comparator.comparingLong(item -> item.getValue().published()))
            .limit(Math.max(0, items.size() - KEPT))
            .toList();
    for (Map.Entry<String, Seen> item : oldest) {
      floor = Math.max(floor, item.getValue().published());
      items.remove(item.getKey());
    }
  }

  /** Of all that is known. */
  Set<String> ids() {
    return items.keySet();
  }

  Optional<String> revision(String id) {
    return Optional.ofNullable(items.get(id)).map(Seen::revision);
  }

  /** Too old to be new. One without a time is not: it will be listed as unreadable. */
  boolean isHistory(Shown shown) {
    return !items.containsKey(shown.id()) && shown.published() != 0 && shown.published() <= floor;
  }

  /**
   * Whether nothing that comes after it, in a list with the newest first, can be new: what was to
   * be shown late was shown when we last looked, however long ago that is.
   */
  boolean settledBy(Shown shown) {
    boolean old = shown.published() < looked - LATE.toSeconds();
    return isHistory(shown) || (old && items.containsKey(shown.id()));
  }

  /**
   * @param now for what has no readable time
   */
  void remember(Shown shown, String revision, long now) {
    items.put(shown.id(), new Seen(revision, shown.published() == 0 ? now : shown.published()));
  }
}
