package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Press;
import org.jspecify.annotations.Nullable;

/**
 * What was pressed, and about what; travels in the {@code data} of an action, as {@code
 * {"grenselos":1,"press":"CLAIM","on":"C-7","card":"C-7"}}.
 *
 * @param card the card that the button is on; null on a page
 * @param stamp as the view had it; empty for none
 */
record TeamsPressed(Press press, ChatEvent.On on, @Nullable PlacementId card, String stamp) {
  /** The verb of a press. */
  static final String PRESS = "press";

  /** The verb by which Teams asks for a card as it is now. */
  static final String REFRESH = "refresh";

  private static final int MAX = 200;

  ObjectNode data() {
    ObjectNode data = ours().put("press", press.name()).put("on", on.toString());
    if (card != null) data.put("card", card.toString());
    if (!stamp.isEmpty()) data.put("stamp", stamp);
    return data;
  }

  static ObjectNode refresh(PlacementId card) {
    return ours().put("card", card.toString());
  }

  /** Marks data as ours, and of which make. */
  static ObjectNode ours() {
    return TeamsElements.object().put("grenselos", 1);
  }

  static boolean isOurs(@Nullable JsonNode data) {
    return data != null && data.path("grenselos").asInt() == 1;
  }

  /**
   * Reads what {@link #data()} wrote; empty for anything else: an older release's, or a knob's, of
   * which {@link TeamsFilled} tells.
   */
  static Optional<TeamsPressed> parse(@Nullable JsonNode data) {
    if (data == null || !isOurs(data) || data.has("form")) return Optional.empty();
    try {
      String card = text(data, "card");
      return Optional.of(
          new TeamsPressed(
              Press.valueOf(text(data, "press")),
              ChatEvent.On.parse(text(data, "on")),
              card.isEmpty() ? null : PlacementId.parse(card),
              text(data, "stamp")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The card that a refresh asks for; empty where it is none of ours. */
  static Optional<PlacementId> refreshed(@Nullable JsonNode data) {
    if (data == null || !isOurs(data)) return Optional.empty();
    try {
      return Optional.of(PlacementId.parse(text(data, "card")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A short text, empty where there is none. */
  static String text(JsonNode data, String key) {
    String text = data.path(key).asText("");
    if (text.length() > MAX) throw new IllegalArgumentException(key + " is too long");
    return text;
  }
}
