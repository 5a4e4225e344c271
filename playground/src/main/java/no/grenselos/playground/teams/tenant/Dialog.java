package no.grenselos.playground.teams.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import no.grenselos.playground.stage.Json;

/**
 * A window over the chat that the bot opened for one person.
 *
 * @param origin the message from which it was opened
 * @param command of the message extension; empty where a card opened it
 * @param task what the bot said of it: title, height, width, card
 */
public record Dialog(String person, String origin, String command, JsonNode task) {
  public JsonNode card() {
    return task.path("card").path("content");
  }

  public boolean isExtension() {
    return !command.isEmpty();
  }

  public Dialog task(JsonNode newTask) {
    return new Dialog(person, origin, command, newTask);
  }

  /** For the page and for tests. */
  public ObjectNode json() {
    ObjectNode dialog = Json.object().put("person", person).put("message", origin);
    dialog.put("command", command).put("title", task.path("title").asText());
    dialog.set("height", task.path("height"));
    dialog.set("width", task.path("width"));
    return dialog.set("card", card());
  }
}
