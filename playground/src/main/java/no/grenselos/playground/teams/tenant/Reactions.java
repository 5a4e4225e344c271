package no.grenselos.playground.teams.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import no.grenselos.playground.stage.Json;

/** Who put what on a message: {@code [{"type": "like", "people": [...]}]}. */
public final class Reactions {
  private final Messages messages;

  public Reactions(Messages messages) {
    this.messages = messages;
  }

  /** False where the person had it there already. */
  public boolean add(ObjectNode message, String person, String type) {
    ArrayNode people = people(message, type);
    if (position(people, person) >= 0) {
      return false;
    }
    people.add(person);
    messages.reacted(message);
    return true;
  }

  /** False where the person had none such there. */
  public boolean remove(ObjectNode message, String person, String type) {
    ArrayNode people = people(message, type);
    int at = position(people, person);
    if (at >= 0) {
      people.remove(at);
    }
    dropEmpty(message);
    if (at >= 0) {
      messages.reacted(message);
    }
    return at >= 0;
  }

  private static ArrayNode people(ObjectNode message, String type) {
    ArrayNode all = message.withArrayProperty("reactions");
    for (JsonNode each : all) {
      if (each.path("type").asText().equals(type)) {
        return ((ObjectNode) each).withArrayProperty("people");
      }
    }
    return all.addObject().put("type", type).putArray("people");
  }

  private static int position(ArrayNode people, String person) {
    for (int i = 0; i < people.size(); i++) {
      if (people.get(i).asText().equals(person)) {
        return i;
      }
    }
    return -1;
  }

  private static void dropEmpty(ObjectNode message) {
    ArrayNode left = Json.array();
    message
        .path("reactions")
        .forEach(each -> {
          if (!each.path("people").isEmpty()) {
            left.add(each);
          }
        });
    message.set("reactions", left);
  }
}
