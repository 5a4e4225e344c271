package no.grenselos.playground.slack.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed or chose in an element: as one text, a list of texts, an option object with a
 * {@code value}, or a list of those.
 */
final class Choice {
  private static final Map<String, String> SINGLE =
      Map.of(
          "users_select", "selected_user",
          "channels_select", "selected_channel",
          "conversations_select", "selected_conversation",
          "datepicker", "selected_date",
          "timepicker", "selected_time",
          "plain_text_input", "value",
          "email_text_input", "value",
          "url_text_input", "value",
          "number_input", "value");

  private static final Map<String, String> SEVERAL =
      Map.of(
          "multi_users_select", "selected_users",
          "multi_channels_select", "selected_channels",
          "multi_conversations_select", "selected_conversations");

  private Choice() {}

  /** The fields of the element's action or state; throws when the element offers no such option. */
  static ObjectNode in(JsonNode element, JsonNode given) {
    String type = element.path("type").asText();
    ObjectNode fields = Json.object().put("type", type);
    List<String> values = values(given);
    return switch (type) {
      case "button" -> fields;
      case "overflow", "static_select", "radio_buttons", "external_select" ->
          fields.set(
              "selected_option", values.isEmpty() ? null : option(element, values.getFirst()));
      case "checkboxes", "multi_static_select", "multi_external_select" ->
          fields.set("selected_options", options(element, values));
      case "datetimepicker" -> fields.put("selected_date_time", number(values));
      default -> plain(fields, type, values);
    };
  }

  /** Whether nothing was typed or chosen. */
  static boolean isEmpty(ObjectNode state) {
    return state.properties().stream()
        .filter(field -> !field.getKey().equals("type"))
        .map(Map.Entry::getValue)
        .allMatch(value -> value.isContainerNode() ? value.isEmpty() : isBlank(value));
  }

  private static boolean isBlank(JsonNode value) {
    return value.isNull() || value.asText().isEmpty();
  }

  private static ObjectNode plain(ObjectNode fields, String type, List<String> values) {
    if (SEVERAL.containsKey(type)) {
      return fields.set(SEVERAL.get(type), Json.of(values));
    }
    String value = values.isEmpty() || values.getFirst().isEmpty() ? null : values.getFirst();
    return fields.put(SINGLE.getOrDefault(type, "value"), value);
  }

  private static JsonNode option(JsonNode element, String value) {
    for (JsonNode option : allOptions(element)) {
      if (option.path("value").asText().equals(value)) {
        return option.deepCopy();
      }
    }
    throw new BadRequest("no option " + value);
  }

  private static ArrayNode options(JsonNode element, List<String> values) {
    ArrayNode options = Json.array();
    values.forEach(value -> options.add(option(element, value)));
    return options;
  }

  private static List<JsonNode> allOptions(JsonNode element) {
    List<JsonNode> all = new ArrayList<>();
    element.path("options").forEach(all::add);
    element.path("option_groups").forEach(group -> group.path("options").forEach(all::add));
    return all;
  }

  private static @Nullable Long number(List<String> values) {
    try {
      return values.isEmpty() ? null : Long.valueOf(values.getFirst());
    } catch (NumberFormatException e) {
      throw new BadRequest("not a time: " + values.getFirst());
    }
  }

  private static List<String> values(JsonNode given) {
    List<String> values = new ArrayList<>();
    if (given.isArray()) {
      given.forEach(each -> values.add(value(each)));
    } else if (!given.isMissingNode() && !given.isNull()) {
      values.add(value(given));
    }
    return values;
  }

  private static String value(JsonNode given) {
    return given.isObject() ? given.path("value").asText() : given.asText();
  }
}
