package no.grenselos.feed.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import no.grenselos.web.Body;

/** JSON as a tree that is asked for what may be there. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /** The document; empty when it is not JSON, or broken off. */
  public static Optional<JsonNode> parse(byte[] bytes) {
    try {
      return Optional.ofNullable(MAPPER.readTree(bytes)).filter(node -> !node.isMissingNode());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  public static Optional<JsonNode> parse(String text) {
    return parse(text.getBytes(StandardCharsets.UTF_8));
  }

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static String write(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JacksonException e) {
      throw new UncheckedIOException("a tree of our own cannot be written", e);
    }
  }

  public static Body body(JsonNode node) {
    return Body.of(write(node));
  }

  /** The text or number there; empty when it is missing, null or something else. */
  public static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  /** The elements of an array; none when it is something else. */
  public static List<JsonNode> elements(JsonNode node) {
    return node.isArray() ? node.valueStream().toList() : List.of();
  }

  /**
   * The moment there, in ISO form.
   *
   * @throws UnusableItem when it is missing or another form
   */
  public static Instant moment(JsonNode node, String field) {
    try {
      return DateTimeFormatter.ISO_DATE_TIME.parse(text(node, field), Instant::from);
    } catch (DateTimeException e) {
      throw new UnusableItem("has no readable time in " + field);
    }
  }
}
