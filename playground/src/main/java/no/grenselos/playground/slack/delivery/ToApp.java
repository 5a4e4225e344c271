package no.grenselos.playground.slack.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Something the app is told, in Slack's own shape. */
public record ToApp(Kind kind, ObjectNode payload) {
  /** The three ways of telling; each has its own body over HTTP and its own name in a socket. */
  public enum Kind {
    EVENT("events_api"),
    INTERACTION("interactive"),
    COMMAND("slash_commands");

    private final String envelopeType;

    Kind(String envelopeType) {
      this.envelopeType = envelopeType;
    }

    String envelopeType() {
      return envelopeType;
    }
  }

  /** What it is about, for the record: "reaction_added", "block_actions", "/command". */
  public String about() {
    return switch (kind) {
      case EVENT -> payload.path("event").path("type").asText(payload.path("type").asText());
      case INTERACTION -> payload.path("type").asText();
      case COMMAND -> payload.path("command").asText();
    };
  }

  /** Same for all attempts at one event; empty for the others, which are told once. */
  public String eventId() {
    return payload.path("event_id").asText();
  }

  String body() {
    return switch (kind) {
      case EVENT -> payload.toString();
      case INTERACTION -> "payload=" + encode(payload.toString());
      case COMMAND ->
          payload.properties().stream()
              .map(field -> encode(field.getKey()) + "=" + encode(text(field.getValue())))
              .collect(Collectors.joining("&"));
    };
  }

  String contentType() {
    return kind == Kind.EVENT ? "application/json" : "application/x-www-form-urlencoded";
  }

  private static String text(JsonNode value) {
    return value.asText();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
