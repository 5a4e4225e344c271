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
    List<Element> found = named(blocks, blockId, actionId);
    // a block drawn again has another id; what was pressed just before is still taken
    if (found.isEmpty()) found = named(blocks, "", actionId);
    if (found.size() != 1) {
      throw new BadRequest(found.size() + " elements with action_id " + actionId + " to be seen");
    }
    return found.getFirst();
  }

  private static List<Element> named(JsonNode blocks, String blockId, String actionId) {
    return in(blocks).stream().filter(element -> element.isNamed(blockId, actionId)).toList();
  }

  boolean isNamed(String block, String action) {
    return actionId().equals(action) && (block.isEmpty() || blockId().equals(block));
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

  /** Throws where Slack tells nobody of it: in an input block without {@code dispatch_action}. */
  void refuseIfSilent() {
    if (isInput() && !block.path("dispatch_action").asBoolean()) {
      throw new BadRequest(actionId() + " is in an input block without dispatch_action");
    }
  }

  /** A text field that asks for {@code on_character_entered}; on Enter is Slack's default. */
  boolean tellsEachCharacter() {
    List<String> when = new ArrayList<>();
    json.path("dispatch_action_config")
        .path("trigger_actions_on")
        .forEach(one -> when.add(one.asText()));
    return block.path("dispatch_action").asBoolean() && when.contains("on_character_entered");
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
