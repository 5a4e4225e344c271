package no.grenselos.playground.slack.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Json;

/** An element that can be used, in its block. */
record Element(JsonNode block, JsonNode json) {

  /** All of them, in the order people see them. */
  static List<Element> in(JsonNode blocks) {
    List<Element> all = new ArrayList<>();
    for (JsonNode block : blocks) {
      add(all, block, block.path("accessory"));
      add(all, block, block.path("element"));
      block.path("elements").forEach(element -> add(all, block, element));
    }
    return all;
  }

  /** The one that is meant; throws where there is none, or where it is not clear. */
  static Element find(JsonNode blocks, String blockId, String actionId) {
    List<Element> found =
        in(blocks).stream()
            .filter(element -> element.actionId().equals(actionId))
            .filter(element -> blockId.isEmpty() || element.blockId().equals(blockId))
            .toList();
    if (found.size() != 1) {
      throw new BadRequest(found.size() + " elements with action_id " + actionId + " to be seen");
    }
    return found.getFirst();
  }

  String actionId() {
    return json.path("action_id").asText();
  }

  String blockId() {
    return block.path("block_id").asText();
  }

  boolean isInput() {
    return block.path("type").asText().equals("input");
  }

  /** Keeps a value, unlike a button. */
  boolean isStateful() {
    String type = json.path("type").asText();
    return !type.equals("button") && !type.equals("overflow");
  }

  ObjectNode action(JsonNode chosen, String ts) {
    ObjectNode action = Json.object().put("action_id", actionId()).put("block_id", blockId());
    for (String copied : List.of("text", "value", "style", "confirm")) {
      if (json.has(copied)) {
        action.set(copied, json.path(copied));
      }
    }
    action.setAll(Choice.in(json, chosen));
    return action.put("action_ts", ts);
  }

  private static void add(List<Element> all, JsonNode block, JsonNode element) {
    if (element.has("action_id")) {
      all.add(new Element(block, element));
    }
  }
}
