package no.grenselos.playground.teams.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * All actions and inputs of a card, in the order people see them. An action gathers the inputs of
 * its own card and, in a card that is shown by another, of those around it; fallbacks and the
 * refresh are not seen.
 *
 * @param inputs of the card and all cards in it
 */
record Walk(List<CardAction> actions, List<JsonNode> inputs) {
  static Walk over(JsonNode card) {
    Walk walk = new Walk(new ArrayList<>(), new ArrayList<>());
    walk.enter(card, List.of());
    return walk;
  }

  private void enter(JsonNode card, List<JsonNode> around) {
    List<JsonNode> own = new ArrayList<>(around);
    List<JsonNode> found = new ArrayList<>();
    gather(card, own, found);
    inputs.addAll(own.subList(around.size(), own.size()));
    for (JsonNode action : found) {
      actions.add(new CardAction(action, List.copyOf(own)));
      if (action.path("type").asText().equals("Action.ShowCard")) {
        enter(action.path("card"), own);
      }
    }
  }

  private static void gather(JsonNode node, List<JsonNode> inputs, List<JsonNode> actions) {
    String type = node.path("type").asText();
    if (type.startsWith("Action.")) {
      actions.add(node);
      return;
    }
    if (type.startsWith("Input.") && !type.equals("Input.Choice")) {
      inputs.add(node);
    }
    for (var field : node.properties()) {
      if (!field.getKey().equals("fallback") && !field.getKey().equals("refresh")) {
        gather(field.getValue(), inputs, actions);
      }
    }
    if (node.isArray()) {
      node.forEach(each -> gather(each, inputs, actions));
    }
  }
}
