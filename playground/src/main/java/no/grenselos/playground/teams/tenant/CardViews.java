package no.grenselos.playground.teams.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What one person sees instead of a message's own cards: the bot's answer to their press or to a
 * refresh, until the bot edits the message.
 */
public final class CardViews {
  private final Map<String, Map<String, ArrayNode>> byMessage = new HashMap<>();
  private final BiConsumer<String, String> changed;

  /**
   * @param changed told the person and the message
   */
  CardViews(BiConsumer<String, String> changed) {
    this.changed = changed;
  }

  Optional<ArrayNode> of(String person, String message) {
    return Optional.ofNullable(byMessage.getOrDefault(message, Map.of()).get(person));
  }

  /**
   * From now on the person sees that card there.
   *
   * @param attachments as the person sees them now
   * @param index of the attachment that becomes the card
   */
  public void show(String person, String message, JsonNode attachments, int index, JsonNode card) {
    ArrayNode own = attachments.deepCopy();
    if (own.get(index) instanceof ObjectNode attachment) {
      attachment.set("content", card.deepCopy());
    }
    byMessage.computeIfAbsent(message, id -> new HashMap<>()).put(person, own);
    changed.accept(person, message);
  }

  void forget(String message) {
    byMessage.remove(message);
  }
}
