package no.grenselos.playground.slack.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * A button pressed, or an option chosen, on a message.
 *
 * @param blockId may be empty where the action id is enough
 * @param chosen what was chosen; missing for a button
 */
public record Press(
    String user, String channel, String ts, String blockId, String actionId, JsonNode chosen) {
  public static Press button(String user, String channel, String ts, String actionId) {
    return new Press(user, channel, ts, "", actionId, MissingNode.getInstance());
  }

  /** Chooses the option with that value: in a menu, an overflow menu, or among buttons. */
  public Press choosing(String value) {
    return new Press(user, channel, ts, blockId, actionId, TextNode.valueOf(value));
  }
}
