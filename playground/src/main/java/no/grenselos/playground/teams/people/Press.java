package no.grenselos.playground.teams.people;

import com.fasterxml.jackson.databind.JsonNode;
import no.grenselos.playground.stage.Json;

/**
 * A press on an action of a card.
 *
 * @param who GUID, "29:" id or address
 * @param message its id
 * @param action its id, verb or title, or its place on the card: "#0" is the first
 * @param inputs what was filled in, by the id of the input; others keep what they show
 */
public record Press(String who, String message, String action, JsonNode inputs) {
  public static Press on(String who, String message, String action) {
    return new Press(who, message, action, Json.object());
  }

  public Press with(JsonNode newInputs) {
    return new Press(who, message, action, newInputs);
  }
}
