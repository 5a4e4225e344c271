package no.grenselos.playground.network.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import no.grenselos.playground.network.Faults;
import no.grenselos.playground.stage.Json;

/** Answers with a page of a list and its Link header, and plays the faults that pages have. */
final class Pages {
  private static final Set<String> CURSORS = Set.of("max_id", "since_id", "min_id");

  private final Faults faults;
  private final Map<String, ArrayNode> last = new ConcurrentHashMap<>();

  Pages(Faults faults) {
    this.faults = faults;
  }

  void answer(Context ctx, String address, ArrayNode fresh) {
    ArrayNode page = faults.repeats() ? last.getOrDefault(ctx.path(), fresh) : fresh;
    last.put(ctx.path(), page);
    if (!page.isEmpty()) {
      String query = address + "?" + rest(ctx.queryParamMap());
      ctx.header(
          "Link",
          "<%smax_id=%s>; rel=\"next\", <%smin_id=%s>; rel=\"prev\""
              .formatted(query, id(page.get(page.size() - 1)), query, id(page.get(0))));
    }
    Answer.json(ctx, faults.reordered() ? reversed(page) : page);
  }

  private static String id(JsonNode entry) {
    return entry.path("id").asText();
  }

  private static ArrayNode reversed(ArrayNode page) {
    ArrayNode turned = Json.array();
    for (int i = page.size() - 1; i >= 0; i--) {
      turned.add(page.get(i));
    }
    return turned;
  }

  private static String rest(Map<String, List<String>> query) {
    return query.entrySet().stream()
        .filter(entry -> !CURSORS.contains(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream().map(value -> pair(entry.getKey(), value)))
        .collect(Collectors.joining());
  }

  private static String pair(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8)
        + "&";
  }
}
