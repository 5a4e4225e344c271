package no.grenselos.feed.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.grenselos.feed.http.Json;

/**
 * A post in the shape of X's API 1.1, put into the shape of version 2, so that one reader gives
 * both the same number, revision and words. The older shape does not name the conversation.
 */
final class LegacyPost {
  /** As in {@code Mon Mar 02 08:01:00 +0000 2026}. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);

  private LegacyPost() {}

  /** The post with what it passes on or quotes. */
  static XPage page(JsonNode status) {
    ObjectNode answer = Json.object();
    answer.set("data", post(status));
    ObjectNode includes = answer.putObject("includes");
    ArrayNode posts = includes.putArray("tweets");
    ArrayNode users = includes.putArray("users").add(user(status.path("user")));
    for (String name : List.of("retweeted_status", "quoted_status")) {
      JsonNode original = status.path(name);
      if (!original.isObject()) continue;
      posts.add(post(original));
      users.add(user(original.path("user")));
    }
    return XPage.of(answer).orElseThrow();
  }

  /** The number as text: as a number it may be rounded on its way. */
  static String id(JsonNode item) {
    String text = Json.text(item, "id_str");
    return text.isEmpty() ? Json.text(item, "id") : text;
  }

  static ObjectNode user(JsonNode user) {
    ObjectNode made =
        Json.object()
            .put("id", id(user))
            .put("username", Json.text(user, "screen_name"))
            .put("name", Json.text(user, "name"))
            .put("protected", user.path("protected").asBoolean());
    made.putObject("public_metrics").put("followers_count", user.path("followers_count").asInt());
    withhold(user, made);
    return made;
  }

  private static ObjectNode post(JsonNode status) {
    ObjectNode made =
        Json.object()
            .put("id", id(status))
            .put("author_id", id(status.path("user")))
            .put("lang", Json.text(status, "lang"))
            .put("created_at", time(Json.text(status, "created_at")));
    JsonNode whole = status.path("extended_tweet");
    Stream.of(whole.path("full_text"), status.path("full_text"), status.path("text"))
        .filter(JsonNode::isTextual)
        .findFirst()
        .ifPresent(text -> made.set("text", text));
    made.set("entities", entities(whole.has("entities") ? whole : status));
    ArrayNode versions = made.putArray("edit_history_tweet_ids");
    Json.elements(status.path("edit_history").path("edit_tweet_ids")).forEach(versions::add);
    made.set("referenced_tweets", references(status));
    withhold(status, made);
    return made;
  }

  /** Links of pictures stand among the links in version 2. */
  private static ObjectNode entities(JsonNode whole) {
    ObjectNode made = Json.object();
    ArrayNode links = made.putArray("urls");
    Json.elements(whole.path("entities").path("urls")).forEach(links::add);
    Json.elements(whole.path("entities").path("media")).forEach(links::add);
    ArrayNode mentions = made.putArray("mentions");
    for (JsonNode mention : Json.elements(whole.path("entities").path("user_mentions"))) {
      mentions
          .addObject()
          .put("id", id(mention))
          .put("username", Json.text(mention, "screen_name"));
    }
    return made;
  }

  /** What a reshare quotes or answers is told of the post that it passes on. */
  private static ArrayNode references(JsonNode status) {
    ArrayNode made = Json.object().putArray("references");
    if (status.path("retweeted_status").isObject()) {
      refer("retweeted", id(status.path("retweeted_status")), made);
      return made;
    }
    refer("quoted", Json.text(status, "quoted_status_id_str"), made);
    refer("replied_to", Json.text(status, "in_reply_to_status_id_str"), made);
    return made;
  }

  private static void refer(String type, String id, ArrayNode references) {
    if (!id.isEmpty()) references.addObject().put("type", type).put("id", id);
  }

  private static void withhold(JsonNode postOrUser, ObjectNode made) {
    List<JsonNode> countries = Json.elements(postOrUser.path("withheld_in_countries"));
    boolean everywhere = postOrUser.path("withheld_copyright").asBoolean();
    if (countries.isEmpty() && !everywhere) return;
    ArrayNode codes = made.putObject("withheld").putArray("country_codes");
    countries.forEach(codes::add);
  }

  /** Left as it is when it is no time, which the reader says. */
  private static String time(String text) {
    try {
      return TIME.parse(text, Instant::from).toString();
    } catch (DateTimeException e) {
      return text;
    }
  }
}
