package no.grenselos.log.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, by what they must be. Complaints name the field and the rule, and
 * never what stands there.
 *
 * @param path of the object within the message, with a dot behind it; empty for the whole
 */
record Fields(JsonNode object, String path) {
  /** Something is not as it must be. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message, null, false, false);
    }
  }

  Fields part(String key) {
    JsonNode part = there(key);
    if (!part.isObject()) throw wrong(key, "must be an object");
    return new Fields(part, path + key + ".");
  }

  String text(String key) {
    JsonNode text = there(key);
    if (!text.isTextual()) throw wrong(key, "must be a text");
    return text.textValue();
  }

  int number(String key) {
    JsonNode number = there(key);
    if (!number.isIntegralNumber() || !number.canConvertToInt()) {
      throw wrong(key, "must be a whole number");
    }
    return number.intValue();
  }

  <T> T parsed(String key, Function<String, T> reader, String rule) {
    String text = text(key);
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw wrong(key, rule);
    }
  }

  /** Null where the field is left out or null. */
  <T> @Nullable T parsedOrNull(String key, Function<String, T> reader, String rule) {
    return object.hasNonNull(key) ? parsed(key, reader, rule) : null;
  }

  private JsonNode there(String key) {
    JsonNode value = object.get(key);
    if (value == null || value.isNull()) throw wrong(key, "is missing");
    return value;
  }

  private Wrong wrong(String key, String rule) {
    return new Wrong(path + key + " " + rule);
  }
}
