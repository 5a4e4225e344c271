package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the schema of Adaptive Cards 1.5 says of the elements that we use
 * (github.com/microsoft/AdaptiveCards, schemas/1.5.0), and what Teams adds: six actions in sight,
 * the people picker's {@code choices.data}.
 */
final class CardRules {
  private static final Set<String> ELEMENT = Set.of("type", "id", "spacing", "separator");
  private static final Set<String> INPUT =
      Set.of("type", "id", "label", "isRequired", "errorMessage", "value", "spacing", "separator");
  private static final Set<String> ACTION = Set.of("type", "title", "style", "mode", "fallback");

  private static final Map<String, Set<String>> KEYS =
      Map.ofEntries(
          Map.entry(
              "AdaptiveCard",
              Set.of(
                  "type",
                  "$schema",
                  "version",
                  "fallbackText",
                  "speak",
                  "refresh",
                  "body",
                  "actions")),
          Map.entry("TextBlock", and(ELEMENT, "text", "style", "size", "weight", "wrap")),
          Map.entry("RichTextBlock", and(ELEMENT, "inlines")),
          Map.entry(
              "TextRun",
              Set.of("type", "text", "weight", "size", "isSubtle", "color", "selectAction")),
          Map.entry("Image", and(ELEMENT, "url", "altText", "size")),
          Map.entry("Container", and(ELEMENT, "style", "items")),
          Map.entry("ActionSet", and(ELEMENT, "actions")),
          Map.entry("Input.Text", and(INPUT, "isMultiline", "maxLength")),
          Map.entry(
              "Input.ChoiceSet",
              and(INPUT, "choices", "style", "isMultiSelect", "wrap", "choices.data")),
          Map.entry("Input.Date", INPUT),
          Map.entry("Input.Time", INPUT),
          Map.entry("Data.Query", Set.of("type", "dataset")),
          Map.entry("Action.OpenUrl", and(ACTION, "url")),
          Map.entry("Action.Submit", and(ACTION, "data")),
          Map.entry("Action.Execute", and(ACTION, "data", "verb")));

  private static final Map<String, String> REQUIRED =
      Map.of(
          "TextBlock",
          "text",
          "RichTextBlock",
          "inlines",
          "TextRun",
          "text",
          "Container",
          "items",
          "ActionSet",
          "actions",
          "Action.OpenUrl",
          "url",
          "Image",
          "url",
          "AdaptiveCard",
          "version");

  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "spacing", Set.of("none", "small", "medium"),
          "size", Set.of("auto", "small", "medium", "large"),
          "weight", Set.of("bolder"),
          "color", Set.of("attention"),
          "mode", Set.of("secondary"),
          "style", Set.of("heading", "emphasis", "positive", "compact", "expanded"));

  private static final Set<String> ARRAYS =
      Set.of("body", "actions", "inlines", "items", "choices");

  private CardRules() {}

  /** What is broken; nothing where the card is as it must be. */
  static List<String> broken(JsonNode card) {
    List<String> broken = new ArrayList<>();
    if (!card.path("type").asText().equals("AdaptiveCard")) broken.add("no card: " + card);
    element(card, broken);
    Set<String> ids = new HashSet<>();
    for (JsonNode id : card.findValues("id")) {
      if (!ids.add(id.asText())) broken.add("twice: " + id);
    }
    return broken;
  }

  private static Set<String> and(Set<String> keys, String... more) {
    Set<String> all = new HashSet<>(keys);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }

  private static void element(JsonNode node, List<String> broken) {
    String type = node.path("type").asText();
    Set<String> keys = KEYS.get(type);
    if (keys == null) {
      broken.add("unknown type: " + node);
      return;
    }
    String required = REQUIRED.get(type);
    if (required != null && !node.has(required)) broken.add("no " + required + ": " + node);
    if (type.startsWith("Input.") && node.path("id").asText().isBlank()) broken.add("no id");
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String key = member.getKey();
      if (!keys.contains(key)) broken.add(type + " has " + key);
      member(key, member.getValue(), broken);
    }
    if (type.equals("TextRun") && node.path("text").asText().isEmpty()) broken.add("empty run");
    if (type.equals("RichTextBlock") && node.path("inlines").isEmpty()) broken.add("no runs");
  }

  private static void member(String key, JsonNode value, List<String> broken) {
    Set<String> words = WORDS.get(key);
    if (words != null && !words.contains(value.asText())) broken.add(key + " is " + value);
    if (ARRAYS.contains(key) && !value.isArray()) broken.add(key + " is no array");
    switch (key) {
      case "body", "items", "inlines" -> value.forEach(child -> element(child, broken));
      case "actions" -> actions(value, broken);
      case "fallback", "selectAction", "choices.data" -> element(value, broken);
      case "refresh" -> refresh(value, broken);
      case "choices" -> value.forEach(choice -> choice(choice, broken));
      case "data" -> {
        if (!value.isObject()) broken.add("data is no object");
      }
      case "isRequired", "isMultiline", "isMultiSelect", "wrap", "isSubtle", "separator" -> {
        if (!value.isBoolean()) broken.add(key + " is no boolean");
      }
      case "maxLength" -> {
        if (!value.isInt()) broken.add(key + " is no number");
      }
      default -> {
        if (!value.isTextual()) broken.add(key + " is no text");
      }
    }
  }

  private static void actions(JsonNode actions, List<String> broken) {
    int inSight = 0;
    for (JsonNode action : actions) {
      element(action, broken);
      if (action.path("title").asText().isBlank()) broken.add("no title: " + action);
      if (!action.path("mode").asText().equals("secondary")) inSight++;
    }
    if (inSight > 6) broken.add(inSight + " actions in sight");
  }

  private static void refresh(JsonNode refresh, List<String> broken) {
    element(refresh.path("action"), broken);
    if (refresh.path("userIds").size() > 60) broken.add("too many to refresh for");
    if (refresh.size() != 2) broken.add("refresh has more: " + refresh);
  }

  private static void choice(JsonNode choice, List<String> broken) {
    if (!choice.path("title").isTextual() || !choice.path("value").isTextual()) {
      broken.add("no choice: " + choice);
    }
    if (choice.size() != 2) broken.add("choice has more: " + choice);
  }
}
