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
    JsonNode tree = JsonTree.of(type, value);
    try {
      String text = MAPPER.writeValueAsString(tree);
      // half an emoji, as a careless network may cut it, is not UTF-8 but can be written as \\uD83D
      return TextArgument.encodable(text) ? text : ASCII.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(type.getSimpleName() + " cannot be written", e);
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
