package no.grenselos.playground.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One version of a message, as people saw it.
 *
 * @param channel its id
 * @param ts of the message; all versions of one message have the same
 * @param message a copy; the last version before for {@code DELETED}
 */
public record Shown(Kind kind, String channel, String ts, JsonNode message, Instant at) {
  /** What became visible. */
  public enum Kind {
    POSTED,
    EDITED,
    DELETED,
    EPHEMERAL
  }

  /** The field of the message's metadata payload; empty where it has none. */
  public String payload(String field) {
    return message.path("metadata").path("event_payload").path(field).asText();
  }
}
