package no.grenselos.store.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Changes texts within JSON, whatever record it is of. */
final class JsonTexts {
  /** Names of what people type, as against ids and names of people and kinds. */
  static final Set<String> TYPED = Set.of("text", "question", "comment");

  private JsonTexts() {}

  /**
   * Changes each text under a name that is to be changed, however deep. Texts in lists have the
   * name of their list.
   */
  static String change(String json, Predicate<String> named, UnaryOperator<String> change) {
    JsonNode before = Json.tree(json);
    JsonNode after = changed(before, "", named, change);
    return after.equals(before) ? json : Json.text(after);
  }

  private static JsonNode changed(
      JsonNode node, String name, Predicate<String> named, UnaryOperator<String> change) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode next = object.objectNode();
        for (Map.Entry<String, JsonNode> part : object.properties())
          next.set(part.getKey(), changed(part.getValue(), part.getKey(), named, change));
        yield next;
      }
      case ArrayNode array -> {
        ArrayNode next = array.arrayNode();
        array.forEach(part -> next.add(changed(part, name, named, change)));
        yield next;
      }
      case TextNode text when named.test(name) -> TextNode.valueOf(change.apply(text.textValue()));
      default -> node;
    };
  }
}
