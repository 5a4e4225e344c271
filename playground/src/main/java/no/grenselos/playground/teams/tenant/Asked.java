package no.grenselos.playground.teams.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One thing the bot asked of the connector, or answered to an invoke, and how it fared.
 *
 * @param verb what was asked: "send", "edit", "delete", "create", "members", "team", or an invoke's
 *     name where it is about the answer to it
 * @param conversation without the thread; empty where there is none
 * @param body what was given, missing where nothing was
 * @param status of the HTTP answer
 * @param code empty where the answer was yes, or only the weather was bad
 * @param reason in words, may be empty
 */
public record Asked(
    String verb,
    String conversation,
    JsonNode body,
    int status,
    String code,
    String reason,
    Instant at) {
  /** The bot was wrong; the weather is not its fault. */
  public boolean refused() {
    return !code.isEmpty();
  }

  /** It put a new message somewhere, or tried to. */
  public boolean isSend() {
    return verb.equals("send");
  }
}
