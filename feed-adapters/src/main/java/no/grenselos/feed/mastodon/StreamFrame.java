package no.grenselos.feed.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.http.Json;

/**
 * One thing that a Mastodon server tells in its streaming API: what kind, and its payload as sent
 * (docs.joinmastodon.org, Streaming). Over server-sent events it is an {@code event:} and a {@code
 * data:} line; over a WebSocket a document whose payload is JSON within a string.
 */
record StreamFrame(String event, String payload) {
  /** Lines of either form; heartbeats and other comments are left out. */
  static List<StreamFrame> in(String text) {
    List<StreamFrame> frames = new ArrayList<>();
    Parts parts = new Parts();
    for (String line : text.split("\\R", -1)) {
      if (line.startsWith("{")) {
        socket(line).ifPresent(frames::add);
      } else if (line.isBlank()) {
        parts.end().ifPresent(frames::add);
      } else {
        parts.take(line);
      }
    }
    // without its blank line the last one may be cut, which its payload will show
    parts.end().ifPresent(frames::add);
    return frames;
  }

  /** One message of a WebSocket; empty when it is not of this API. */
  static Optional<StreamFrame> socket(String message) {
    return Json.parse(message)
        .filter(frame -> frame.hasNonNull("event"))
        .map(frame -> new StreamFrame(Json.text(frame, "event"), payload(frame.path("payload"))));
  }

  private static String payload(JsonNode payload) {
    return payload.isTextual() ? payload.asText() : Json.write(payload);
  }

  /** The lines of a server-sent event until its blank line. */
  private static final class Parts {
    private String event = "";
    private final StringBuilder data = new StringBuilder();

    void take(String line) {
      int colon = line.indexOf(':');
      if (colon <= 0) return;
      String value = line.substring(colon + 1);
      if (value.startsWith(" ")) value = value.substring(1);
      switch (line.substring(0, colon)) {
        case "event" -> event = value;
        case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
        default -> {
          // id and retry mean nothing here
        }
      }
    }

    Optional<StreamFrame> end() {
      Optional<StreamFrame> frame =
          event.isEmpty() ? Optional.empty() : Optional.of(new StreamFrame(event, data.toString()));
      event = "";
      data.setLength(0);
      return frame;
    }
  }
}
