package no.grenselos.playground.slack.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.playground.stage.Json;

/**
 * What a person filled into a view: the elements' first values, overlaid with what was typed before
 * and what is typed now.
 *
 * @param values as in {@code view.state.values}: block id, action id, value
 * @param missing what Slack itself complains about before it asks the app, by block id
 */
record ViewState(ObjectNode values, Map<String, String> missing) {
  private static final List<String> INITIALS =
      List.of(
          "initial_value",
          "initial_option",
          "initial_options",
          "initial_user",
          "initial_users",
          "initial_channel",
          "initial_channels",
          "initial_conversation",
          "initial_conversations",
          "initial_date",
          "initial_time",
          "initial_date_time");

  /** The values may be given as Slack has them, or simply as {@code {block: {action: "text"}}}. */
  static ViewState of(JsonNode view, JsonNode given) {
    ObjectNode values = Json.object();
    Map<String, String> missing = new LinkedHashMap<>();
    for (Element element : Element.in(view.path("blocks"))) {
      if (element.isStateful()) {
        JsonNode chosen = chosen(element, given, view.path("state").path("values"));
        ObjectNode state = Choice.in(element.json(), chosen);
        values.withObjectProperty(element.blockId()).set(element.actionId(), state);
        complain(element, state, missing);
      }
    }
    return new ViewState(values, missing);
  }

  private static JsonNode chosen(Element element, JsonNode given, JsonNode before) {
    JsonNode now = typed(given.path(element.blockId()).path(element.actionId()));
    if (!now.isMissingNode()) {
      return now;
    }
    JsonNode earlier = before.path(element.blockId()).path(element.actionId());
    boolean same = earlier.path("type").equals(element.json().path("type"));
    return same ? typed(earlier) : initial(element);
  }

  void writeTo(ObjectNode view) {
    view.withObjectProperty("state").set("values", values);
  }

  private static void complain(Element element, ObjectNode state, Map<String, String> missing) {
    if (!element.isInput()) {
      return;
    }
    int min = element.json().path("min_length").asInt(0);
    int max = element.json().path("max_length").asInt(Integer.MAX_VALUE);
    int length = state.path("value").asText("").length();
    if (Choice.isEmpty(state)) {
      if (!element.block().path("optional").asBoolean()) {
        missing.put(element.blockId(), "Please complete this required field.");
      }
    } else if (length < min) {
      missing.put(element.blockId(), "Enter at least " + min + " characters.");
    } else if (length > max) {
      missing.put(element.blockId(), "Enter at most " + max + " characters.");
    }
  }

  private static JsonNode initial(Element element) {
    return INITIALS.stream()
        .filter(element.json()::has)
        .map(name -> element.json().path(name))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  /** Slack's shape carries the value in a field named by the kind of element. */
  private static JsonNode typed(JsonNode given) {
    if (!given.isObject() || !given.has("type")) {
      return given;
    }
    for (var field : given.properties()) {
      if (field.getKey().startsWith("selected_") || field.getKey().equals("value")) {
        return field.getValue();
      }
    }
    return MissingNode.getInstance();
  }
}
