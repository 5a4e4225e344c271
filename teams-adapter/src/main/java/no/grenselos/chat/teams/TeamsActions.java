package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Press;
import org.jspecify.annotations.Nullable;

/**
 * Draws what can be pressed as a set of actions: buttons in sight, of which Teams shows six, and
 * further choices in the set's menu, as actions of the {@code secondary} mode.
 */
final class TeamsActions {
  /** So short that what can be pressed fits on any card. */
  private static final int LABEL = 60;

  /** A card with more choices than that has no menu but a questionnaire. */
  private static final int CHOICES = 10;

  private final ChatEvent.On on;
  private final @Nullable PlacementId card;
  private final String stamp;

  /**
   * @param on what a button is about that does not say so itself
   */
  TeamsActions(ChatEvent.On on, TeamsView view) {
    this.on = on;
    this.card = on instanceof ChatEvent.On.Card placed ? placed.id() : null;
    this.stamp = view.stamp();
  }

  /** Empty where there is nothing to press. */
  Optional<ObjectNode> draw(List<Card.Button> buttons, List<Card.Choice> more) {
    List<ObjectNode> actions = new ArrayList<>();
    for (Card.Button button : buttons) button(button).ifPresent(actions::add);
    for (Card.Choice choice : more.subList(0, Math.min(CHOICES, more.size()))) {
      actions.add(press(choice.press(), choice.label(), choice.on()).put("mode", "secondary"));
    }
    return actions.isEmpty() ? Optional.empty() : Optional.of(TeamsElements.actionSet(actions));
  }

  private Optional<ObjectNode> button(Card.Button button) {
    return switch (button) {
      case Card.Button.Act act -> {
        ObjectNode action = press(act.press(), act.label(), act.on());
        yield Optional.of(act.main() ? action.put("style", "positive") : action);
      }
      case Card.Button.Go go ->
          TeamsLinks.safe(go.to())
              .map(to -> TeamsElements.openUrl(to).put("title", label(go.label())));
    };
  }

  /**
   * What may need a form asks for a dialog (learn.microsoft.com, invoke dialogs from cards); all
   * else is a universal action, which a client too old for it sends as a plain submit.
   */
  private ObjectNode press(Press press, String label, ChatEvent.@Nullable On named) {
    ObjectNode data = new TeamsPressed(press, named == null ? on : named, card, stamp).data();
    if (press.form().isPresent()) {
      data.set("msteams", TeamsElements.typed("task/fetch"));
      return TeamsElements.submit(label(label), data);
    }
    ObjectNode action = TeamsElements.execute(TeamsPressed.PRESS, data).put("title", label(label));
    action.set("fallback", TeamsElements.submit(label(label), data.deepCopy()));
    return action;
  }

  static String label(String words) {
    return TeamsText.line(words, LABEL);
  }
}
