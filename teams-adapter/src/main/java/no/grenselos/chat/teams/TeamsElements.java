package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import no.grenselos.chat.shown.ShownLink;

/**
 * The elements of Adaptive Cards that we use, in version 1.5, the newest that Teams takes from bots
 * (github.com/microsoft/AdaptiveCards, schemas/1.5.0). Texts are taken as they are.
 */
final class TeamsElements {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TeamsElements() {}

  static ObjectNode object() {
    return JSON.objectNode();
  }

  static ObjectNode typed(String type) {
    return object().put("type", type);
  }

  static ArrayNode array(Collection<ObjectNode> nodes) {
    return JSON.arrayNode().addAll(nodes);
  }

  /**
   * A card without a body.
   *
   * @param summary for clients that cannot draw it, and for speech
   */
  static ObjectNode card(String summary) {
    return typed("AdaptiveCard")
        .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
        .put("version", "1.5")
        .put("fallbackText", TeamsText.tame(summary, 200))
        .put("speak", TeamsText.plain(summary, 200));
  }

  /**
   * @param size {@code large} or {@code medium}
   */
  static ObjectNode heading(String words, String size) {
    return typed("TextBlock")
        .put("text", TeamsText.tame(words, 150))
        .put("style", "heading")
        .put("size", size)
        .put("weight", "bolder")
        .put("wrap", true);
  }

  static ObjectNode run(String text) {
    return typed("TextRun").put("text", text);
  }

  static ObjectNode bold(String text) {
    return run(text).put("weight", "bolder");
  }

  static ObjectNode link(String label, ShownLink to) {
    ObjectNode run = run(label);
    run.set("selectAction", openUrl(to));
    return run;
  }

  static ObjectNode openUrl(ShownLink to) {
    return typed("Action.OpenUrl").put("url", to.address());
  }

  static ObjectNode rich(List<ObjectNode> runs) {
    ObjectNode block = typed("RichTextBlock");
    block.set("inlines", array(runs));
    return block;
  }

  static ObjectNode container(String style, List<ObjectNode> items) {
    ObjectNode container = typed("Container").put("style", style);
    container.set("items", array(items));
    return container;
  }

  static ObjectNode actionSet(List<ObjectNode> actions) {
    ObjectNode set = typed("ActionSet");
    set.set("actions", array(actions));
    return set;
  }

  static ObjectNode submit(String title, ObjectNode data) {
    ObjectNode action = typed("Action.Submit").put("title", title);
    action.set("data", data);
    return action;
  }

  static ObjectNode execute(String verb, ObjectNode data) {
    ObjectNode action = typed("Action.Execute").put("verb", verb);
    action.set("data", data);
    return action;
  }
}
