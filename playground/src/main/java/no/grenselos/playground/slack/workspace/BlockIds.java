package no.grenselos.playground.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Gives blocks and interactive elements the ids that their app left out, as Slack does. */
final class BlockIds {
  private BlockIds() {}

  static void fill(JsonNode blocks, Stamps stamps) {
    for (JsonNode block : blocks) {
      name(block, "block_id", stamps);
      nameElement(block.path("accessory"), stamps);
      nameElement(block.path("element"), stamps);
      if (block.path("type").asText().equals("actions")) {
        block.path("elements").forEach(element -> nameElement(element, stamps));
      }
    }
  }

  private static void nameElement(JsonNode element, Stamps stamps) {
    if (element.isObject() && !element.path("type").asText().equals("image")) {
      name(element, "action_id", stamps);
    }
  }

  private static void name(JsonNode node, String field, Stamps stamps) {
    if (node instanceof ObjectNode object && object.path(field).asText().isEmpty()) {
      object.put(field, stamps.id("b"));
    }
  }
}
