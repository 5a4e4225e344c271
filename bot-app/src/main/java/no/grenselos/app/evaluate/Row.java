package no.grenselos.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One line of a pack. What is missing or of another kind is told with its place. */
final class Row {
  private final String place;
  private final JsonNode node;

  Row(String place, JsonNode node) {
    this.place = place;
    this.node = node;
  }

  String place() {
    return place;
  }

  PackException wrong(String text) {
    return new PackException(place, text);
  }

  /** A text that must be there. */
  String text(String key) {
    return optionalText(key)
        .orElseThrow(() -> wrong("has no \"" + key + "\"; write {\"" + key + "\": \"...\"}"));
  }

  /** A number or a text, as text. */
  Optional<String> optionalText(String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode() || value.isNull()) return Optional.empty();
    if (value.isTextual() || value.isNumber()) return Optional.of(value.asText());
    throw wrong("\"" + key + "\" must be a text, is " + kind(value));
  }

  boolean flag(String key) {
    JsonNode value = node.path(key);
    if (value.isBoolean()) return value.booleanValue();
    if (value.isInt() && (value.intValue() == 0 || value.intValue() == 1)) {
      return value.intValue() == 1;
    }
    throw wrong("\"" + key + "\" must be true or false, is " + kind(value));
  }

  boolean has(String key) {
    return node.has(key);
  }

  /**
   * A list of texts, or one text as a list, or such by language tag, all together; empty when it is
   * missing or null.
   */
  List<String> texts(String key) {
    return texts(key, node.path(key));
  }

  private List<String> texts(String key, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) return List.of();
    if (value.isTextual() || value.isNumber()) return List.of(value.asText());
    List<String> texts = new ArrayList<>();
    if (value.isObject()) {
      value.properties().forEach(one -> texts.addAll(texts(key, one.getValue())));
      return texts;
    }
    if (!value.isArray()) throw wrong("\"" + key + "\" must be a list, is " + kind(value));
    for (JsonNode one : value) {
      if (!one.isTextual() && !one.isNumber()) {
        throw wrong("\"" + key + "\" must hold texts, holds " + kind(one));
      }
      texts.add(one.asText());
    }
    return texts;
  }

  /** The parts of a list of objects; empty when it is missing. */
  List<Row> rows(String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode() || value.isNull()) return List.of();
    if (!value.isArray()) throw wrong("\"" + key + "\" must be a list, is " + kind(value));
    List<Row> rows = new ArrayList<>();
    for (JsonNode one : value) {
      if (!one.isObject()) throw wrong("\"" + key + "\" must hold objects, holds " + kind(one));
      rows.add(new Row(place, one));
    }
    return rows;
  }

  /** A text, or texts by language tag, as texts by tag. */
  SortedMap<String, String> spoken(String key) {
    JsonNode value = node.path(key);
    SortedMap<String, String> spoken = new TreeMap<>();
    if (value.isTextual()) spoken.put("en", value.asText());
    else if (value.isObject()) {
      value
          .properties()
          .forEach(one ->
              texts(key, one.getValue())
                  .forEach(text -> spoken.merge(one.getKey(), text, Row::joined)));
    } else if (!value.isMissingNode() && !value.isNull()) {
      throw wrong("\"" + key + "\" must be a text or texts by language, is " + kind(value));
    }
    spoken.values().removeIf(String::isBlank);
    return spoken;
  }

  private static String joined(String before, String text) {
    return before + " " + text;
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case MISSING -> "missing";
      case NULL -> "null";
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case STRING -> "a text";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case BINARY, POJO -> "something else";
    };
  }
}
