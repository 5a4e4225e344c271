package no.grenselos.store.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/**
 * Our records as JSON text, by their component names. What a newer version added is ignored; what
 * cannot be read is refused with its place, as {@code Posted.mention.link is missing}.
 */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectWriter ASCII = MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private Json() {}

  static <T> String write(Class<T> type, T value) {
    return text(JsonTree.of(type, value));
  }

  /** As it is kept: any text can be, also one that is no UTF-8. */
  static String text(JsonNode tree) {
    try {
      String text = MAPPER.writeValueAsString(tree);
      // half an emoji, as a careless network may cut it, is not UTF-8 but can be written as \\uD83D
      return TextArgument.encodable(text) ? text : ASCII.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a value cannot be written as JSON", e);
    }
  }

  /**
   * What was kept, without its type.
   *
   * @throws IllegalArgumentException when it is no JSON; never says what is in it
   */
  static JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "no JSON at character " + e.getLocation().getCharOffset(), e);
    }
  }

  /**
   * @throws IllegalArgumentException when the text is no such value; says where, never what is in
   *     it
   */
  static <T> T read(Class<T> type, String text) {
    try {
      return type.cast(JsonTree.value(type, MAPPER.readTree(text), type.getSimpleName()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          type.getSimpleName() + " is no JSON at character " + e.getLocation().getCharOffset(), e);
    }
  }
}
