package no.grenselos.feed.x;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.http.Json;
import no.grenselos.web.Body;

/** Lines of the stream as a test needs them, numbered by a second of 09:00. */
final class Lines {
  static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  /** X counts its milliseconds from here (twitter-archive/snowflake). */
  private static final long EPOCH = 1288834974657L;

  private Lines() {}

  static String id(int second) {
    return String.valueOf((NINE.plusSeconds(second).toEpochMilli() - EPOCH) << 22);
  }

  static String key(int second) {
    return "x:" + id(second) + "#";
  }

  static ObjectNode post(int second) {
    ObjectNode post =
        Json.object()
            .put("id", id(second))
            .put("text", "lyngheia " + second)
            .put("author_id", "17")
            .put("created_at", NINE.plusSeconds(second).toString());
    post.putArray("edit_history_tweet_ids").add(id(second));
    return post;
  }

  static ObjectNode edited(int second, int first) {
    ObjectNode post = post(second);
    post.putArray("edit_history_tweet_ids").add(id(first)).add(id(second));
    return post;
  }

  /** A line about a post that matched the rule. */
  static String line(ObjectNode post, String rule) {
    ObjectNode line = Json.object();
    line.set("data", post);
    line.putObject("includes")
        .putArray("users")
        .addObject()
        .put("id", "17")
        .put("username", "kari");
    line.putArray("matching_rules").addObject().put("id", rule).put("tag", "");
    return Json.write(line) + "\r\n";
  }

  static String line(int second) {
    return line(post(second), "1");
  }

  /** A page of the search, newest first. */
  static Canned page(ObjectNode... posts) {
    return page("", posts);
  }

  /** One that another follows, by its token; none for the last. */
  static Canned page(String next, ObjectNode... posts) {
    ObjectNode page = Json.object();
    ArrayNode data = page.putArray("data");
    List.of(posts).forEach(data::add);
    ObjectNode meta = page.putObject("meta").put("result_count", posts.length);
    if (posts.length > 0) meta.put("newest_id", Json.text(posts[0], "id"));
    if (!next.isEmpty()) meta.put("next_token", next);
    return json(Json.write(page));
  }

  static Canned json(String text) {
    return Canned.ok("application/json", Body.of(text));
  }
}
