package no.grenselos.feed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.MentionId;

/**
 * One answer of the API: posts, what they refer to, and what X would not show.
 *
 * @param posts newest first, as X gives them
 * @param users by id
 * @param referred posts by id
 */
record XPage(
    List<JsonNode> posts,
    Map<String, JsonNode> users,
    Map<String, JsonNode> referred,
    List<Unshown> unshown,
    String newestId,
    String nextToken) {
  /** Empty when it is no answer of the API. */
  static Optional<XPage> of(JsonNode answer) {
    boolean isAnswer =
        answer.isObject()
            && (answer.has("data") || answer.path("meta").has("result_count") || isErrors(answer));
    if (!isAnswer) return Optional.empty();
    JsonNode includes = answer.path("includes");
    JsonNode data = answer.path("data");
    return Optional.of(
        new XPage(
            data.isObject() ? List.of(data) : Json.elements(data),
            byId(includes.path("users")),
            byId(includes.path("tweets")),
            Json.elements(answer.path("errors")).stream().map(Unshown::of).toList(),
            Json.text(answer.path("meta"), "newest_id"),
            Json.text(answer.path("meta"), "next_token")));
  }

  /** Partial errors, each about one resource; an error of the whole request has none. */
  private static boolean isErrors(JsonNode answer) {
    return answer.path("errors").path(0).has("resource_type");
  }

  /** The post of that number, which may be one of its later versions. */
  MentionId mention(String id) {
    JsonNode post = referred.get(id);
    return PostReader.mentionId(post == null ? id : PostReader.first(post, id));
  }

  private static Map<String, JsonNode> byId(JsonNode list) {
    Map<String, JsonNode> byId = new HashMap<>();
    for (JsonNode item : Json.elements(list)) byId.put(Json.text(item, "id"), item);
    return byId;
  }
}
