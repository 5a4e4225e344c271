package no.grenselos.feed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.feed.Skipped;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.PlainText;

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
    List<Skipped> withoutAnswer,
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
            errors(answer.path("errors")),
            Json.text(answer.path("meta"), "newest_id"),
            Json.text(answer.path("meta"), "next_token")));
  }

  /** Partial errors, each about one resource; an error of the whole request has none. */
  private static boolean isErrors(JsonNode answer) {
    return answer.path("errors").path(0).has("resource_type");
  }

  private static Map<String, JsonNode> byId(JsonNode list) {
    Map<String, JsonNode> byId = new HashMap<>();
    for (JsonNode item : Json.elements(list)) byId.put(Json.text(item, "id"), item);
    return byId;
  }

  private static List<Skipped> errors(JsonNode errors) {
    List<Skipped> skipped = new ArrayList<>();
    for (JsonNode error : Json.elements(errors)) {
      String id = Json.text(error, "resource_id");
      String item = id.isEmpty() ? Json.text(error, "value") : id;
      String kind = Json.text(error, "resource_type");
      String title = Json.text(error, "title");
      skipped.add(
          new Skipped(
              PlainText.line(item.isEmpty() ? "page" : item, 200),
              PlainText.line("X does not show this " + kind + ": " + title, 200)));
    }
    return skipped;
  }
}
