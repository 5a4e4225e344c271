package no.grenselos.playground.teams.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One version of a message, as people saw it.
 *
 * @param conversation its id, without the thread
 * @param id of the message; all versions of one message have the same
 * @param person whose own view it is; empty where everybody sees it so
 * @param message a copy; the last version before for {@code DELETED}
 */
public record Shown(
    Kind kind, String conversation, String id, String person, JsonNode message, Instant at) {
  /** What became visible. */
  public enum Kind {
    POSTED,
    EDITED,
    DELETED,
    /** One person sees another card than the others. */
    VIEWED
  }
}
