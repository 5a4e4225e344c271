package no.grenselos.feed.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.http.Json;

/**
 * What the cursor of a timeline holds: where to go on, and the latest posts with their last known
 * edit, so that a later look can tell what was edited or taken away. Not thread safe; made anew
 * from the cursor for every fetch.
 */
final class SeenPosts {
  /** Five pages: at eight questions in two minutes each is asked about within the hour. */
  private static final int KEPT = 5 * Timeline.PAGE;

  /** Ten minutes that a post may be late, and the time between two looks back. */
  private static final Duration BACK = Duration.ofMinutes(10).plus(Streaming.SWEEP);

  private static final int LOOK_SOON = 1000;

  private final Map<String, Seen> posts = new LinkedHashMap<>();
  private String last = "";
  private int polls;

  private record Seen(String revision, String root) {}

  static SeenPosts of(Cursor cursor) {
    SeenPosts seen = new SeenPosts();
    JsonNode node = Json.parse(cursor.text()).orElseGet(Json::object);
    seen.last = Json.text(node, "last");
    seen.polls = node.path("polls").asInt();
    for (Map.Entry<String, JsonNode> post : node.path("seen").properties()) {
      JsonNode parts = post.getValue();
      seen.posts.put(post.getKey(), new Seen(parts.path(0).asText(""), parts.path(1).asText("")));
    }
    return seen;
  }

  Cursor cursor() {
    ObjectNode node = Json.object().put("last", last).put("polls", polls);
    ObjectNode kept = node.putObject("seen");
    Set<String> latest = latest();
    posts.entrySet().stream()
        .filter(post -> latest.contains(post.getKey()))
        .forEach(post ->
            kept.putArray(post.getKey())
                .add(post.getValue().revision())
                .add(post.getValue().root()));
    return new Cursor(Json.write(node));
  }

  private Set<String> latest() {
    return posts.keySet().stream()
        .sorted(StatusOrder.BY_ID.reversed())
        .limit(KEPT)
        .collect(Collectors.toSet());
  }

  /** The last item of the timeline; a notification has another id than its post. */
  String last() {
    return last;
  }

  boolean nothingYet() {
    return last.isEmpty();
  }

  /**
   * Goes a while back, and has edits and deletes looked for soon. A post from another server is
   * numbered by when it was written, so that one that comes late has a number before the last
   * (mastodon/mastodon, lib/mastodon/snowflake.rb: milliseconds and 16 bits). Other servers' ids
   * say nothing about time and stay.
   */
  void stepBack() {
    polls = LOOK_SOON;
    if (!last.matches("\\d{17,19}")) return;
    long back = Long.parseLong(last) - (BACK.toMillis() << 16);
    if (back > 0) last = String.valueOf(back);
  }

  void moveTo(String id) {
    if (last.isEmpty() || StatusOrder.isAfter(id, last)) last = id;
  }

  /** Counts a poll; whether it is time for a second look, at the {@code every}th or later. */
  boolean timeToLookAgain(int every) {
    polls++;
    return polls >= every;
  }

  void lookedAgain() {
    polls = 0;
  }

  void remember(String id, String revision, String root) {
    posts.remove(id);
    posts.put(id, new Seen(revision, root));
  }

  void revise(String id, String revision) {
    posts.computeIfPresent(id, (same, seen) -> new Seen(revision, seen.root()));
  }

  /** The last to be asked about again. */
  void putOff(String id) {
    Seen seen = posts.remove(id);
    if (seen != null) posts.put(id, seen);
  }

  void forget(String id) {
    posts.remove(id);
  }

  Optional<String> revision(String id) {
    return Optional.ofNullable(posts.get(id)).map(Seen::revision);
  }

  /** The first post of the thread that the post belongs to; the post itself when unknown. */
  String root(String id) {
    Seen seen = posts.get(id);
    return seen == null ? id : seen.root();
  }

  List<String> ids() {
    return List.copyOf(posts.keySet());
  }
}
