package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Part;
import no.grenselos.chat.PlacementId;

/**
 * Draws a card as an Adaptive Card, within what Teams takes: posts are cut first, then the last
 * parts are left out, and never a button.
 */
final class TeamsCard {
  private static final int SUMMARY = 300;

  private TeamsCard() {}

  /**
   * @param on what a button is about that does not say so itself
   */
  static ObjectNode draw(ChatEvent.On on, Card card, TeamsView view) {
    ObjectNode drawn = TeamsElements.card(card.summary());
    if (on instanceof ChatEvent.On.Card placed && !view.refresh().isEmpty()) {
      drawn.set("refresh", refresh(placed.id(), view.refresh()));
    }
    ArrayNode body = drawn.putArray("body").add(TeamsElements.heading(card.headline(), "large"));
    Optional<ObjectNode> actions = new TeamsActions(on, view).draw(card.buttons(), card.more());
    int room = TeamsBudget.CARD - TeamsBudget.size(drawn);
    room -= TeamsBudget.size(actions.stream().toList());
    TeamsRuns runs = new TeamsRuns(view);
    Set<Part.Picture> pictures = TeamsPictures.fitting(card);
    TeamsBudget.fitting(
            room,
            post ->
                card.parts().stream()
                    .map(part ->
                        part instanceof Part.Picture picture && pictures.contains(picture)
                            ? TeamsPictures.draw(picture)
                            : runs.draw(part, post))
                    .map(List::of)
                    .toList())
        .forEach(body::addAll);
    actions.ifPresent(body::add);
    return drawn;
  }

  /** One line of our own, without buttons. */
  static ObjectNode line(String text) {
    ObjectNode drawn = TeamsElements.card(text);
    drawn.putArray("body").addAll(TeamsRuns.paragraphs(text, 3000));
    return drawn;
  }

  /** The card in one line, for notifications: the activity's {@code summary}. */
  static String summary(Card card) {
    return TeamsText.plain(card.summary(), SUMMARY);
  }

  private static ObjectNode refresh(PlacementId card, List<String> ids) {
    ObjectNode refresh = TeamsElements.object();
    refresh.set("action", TeamsElements.execute(TeamsPressed.REFRESH, TeamsPressed.refresh(card)));
    ids.forEach(refresh.putArray("userIds")::add);
    return refresh;
  }
}
