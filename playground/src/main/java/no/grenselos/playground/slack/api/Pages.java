package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.stage.Json;

/** Cuts a list into pages; the cursor names the first item of the next page, as Slack's does. */
final class Pages {
  private static final int USUAL = 100;
  private static final int MOST = 999;

  private Pages() {}

  /** The page that the call asks for, under the field, with {@code response_metadata}. */
  static <T> ObjectNode page(
      Call call, String field, List<T> all, Function<T, String> key, Function<T, JsonNode> json) {
    int from = 0;
    if (call.has("cursor")) {
      from = indexOf(decode(call.need("cursor")), all.stream().map(key).toList());
    }
    int to = Math.min(all.size(), from + call.number("limit", USUAL, MOST));
    ObjectNode answer = Json.object();
    var items = answer.putArray(field);
    all.subList(from, to).forEach(item -> items.add(json.apply(item)));
    String next = to < all.size() ? encode(key.apply(all.get(to))) : "";
    answer.putObject("response_metadata").put("next_cursor", next);
    return answer.put("has_more", !next.isEmpty());
  }

  private static int indexOf(String key, List<String> keys) {
    int index = keys.indexOf(key);
    if (index < 0) {
      throw new SlackRefusal("invalid_cursor");
    }
    return index;
  }

  private static String encode(String key) {
    return Base64.getEncoder().encodeToString(("next:" + key).getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String cursor) {
    try {
      String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
      return text.startsWith("next:") ? text.substring("next:".length()) : "";
    } catch (IllegalArgumentException e) {
      throw new SlackRefusal("invalid_cursor");
    }
  }
}
