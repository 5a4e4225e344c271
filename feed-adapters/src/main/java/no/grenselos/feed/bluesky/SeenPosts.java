package no.grenselos.feed.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.http.Json;

/**
 * What the cursor of a list holds: the moment up to which everything was taken; of a walk broken
 * off, how to go on and where it began; and the latest items with the end of their content's hash,
 * so that a later look can tell what was rewritten or taken away. Not thread safe; made anew from
 * the cursor for every fetch.
 */
final class SeenPosts {
  /** At fifty questions in two minutes each is asked about every twelve minutes. */
  private static final int KEPT = 300;

  private static final int HASH_END = 12;
  private static final String GONE = "";

  private final Map<String, String> items = new LinkedHashMap<>();
  private Optional<Instant> from = Optional.empty();
  private Optional<Instant> top = Optional.empty();
  private String onward = "";
  private int polls;

  static SeenPosts of(Cursor cursor) {
    SeenPosts seen = new SeenPosts();
    JsonNode node = Json.parse(cursor.text()).orElseGet(Json::object);
    seen.from = instant(Json.text(node, "from"));
    seen.top = instant(Json.text(node, "top"));
    seen.onward = Json.text(node, "onward");
    seen.polls = node.path("polls").asInt();
    for (Map.Entry<String, JsonNode> item : node.path("seen").properties()) {
      seen.items.put(item.getKey(), item.getValue().asText(GONE));
    }
    return seen;
  }

  Cursor cursor() {
    ObjectNode node = Json.object();
    from.ifPresent(moment -> node.put("from", moment.toString()));
    top.ifPresent(moment -> node.put("top", moment.toString()));
    node.put("onward", onward).put("polls", polls);
    ObjectNode kept = node.putObject("seen");
    items.entrySet().stream()
        .skip(Math.max(0, items.size() - KEPT))
        .forEach(item -> kept.put(item.getKey(), item.getValue()));
    return new Cursor(Json.write(node));
  }

  /** Up to where everything was taken; empty before the first walk ended. */
  Optional<Instant> from() {
    return from;
  }

  String onward() {
    return onward;
  }

  void goOn(String further) {
    onward = further;
  }

  /** Notes a moment of this walk. */
  void reach(Instant moment) {
    if (top.filter(known -> !moment.isAfter(known)).isEmpty()) top = Optional.of(moment);
  }

  /** Everything up to the newest of this walk was taken. */
  void arrive() {
    from = top.filter(moment -> from.filter(moment::isBefore).isEmpty()).or(() -> from);
    top = Optional.empty();
    onward = "";
  }

  /** Counts a poll; whether it is time for a second look, at the {@code every}th or later. */
  boolean timeToLookAgain(int every) {
    polls++;
    return polls >= every;
  }

  void lookedAgain() {
    polls = 0;
  }

  boolean knows(String uri) {
    return items.containsKey(uri);
  }

  /** Whether the item is known with other content. */
  boolean wasOther(String uri, String cid) {
    String known = items.getOrDefault(uri, GONE);
    return !known.equals(GONE) && !cid.isEmpty() && !known.equals(end(cid));
  }

  /** Remembers it as the newest, the last to be asked about. */
  void remember(String uri, String cid) {
    items.remove(uri);
    items.put(uri, end(cid));
  }

  /** The search may show it for a while yet, so that it stays known. */
  void gone(String uri) {
    items.replace(uri, GONE);
  }

  /** The posts that were there when last looked at, those not asked about for longest first. */
  List<String> posts() {
    return items.entrySet().stream()
        .filter(item -> !item.getValue().equals(GONE))
        .map(Map.Entry::getKey)
        .filter(uri -> AtUri.post(uri).isPresent())
        .toList();
  }

  private static String end(String cid) {
    return cid.substring(Math.max(0, cid.length() - HASH_END));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException foreign) {
      return Optional.empty();
    }
  }
}
