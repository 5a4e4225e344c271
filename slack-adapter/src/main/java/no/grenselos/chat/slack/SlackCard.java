package no.grenselos.chat.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.OverflowMenuElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Part;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Png;
import no.grenselos.chat.shown.ShownText;
import org.jspecify.annotations.Nullable;

/**
 * Draws a card with Slack's blocks, inside every limit of docs.slack.dev, Block Kit reference.
 * Stateless; safe for many threads.
 */
final class SlackCard {
  private static final int HEADER = 150;
  private static final int LABEL = 75;
  private static final int SUMMARY = 500;
  private static final int BLOCKS = 50;
  private static final int MENU_LINES = 5;

  /** Two menus of five; a card with more choices than that has no menu but a questionnaire. */
  private static final int CHOICES = 10;

  private final Function<ChatUser, String> names;

  /**
   * @param names how somebody inside is called; a text, so that nobody is alerted by being named
   */
  SlackCard(Function<ChatUser, String> names) {
    this.names = names;
  }

  SlackMessage draw(PlacementId id, Card card) {
    return draw(new ChatEvent.On.Card(id), card);
  }

  /**
   * @param on what a button is about that does not say so itself
   */
  SlackMessage draw(ChatEvent.On on, Card card) {
    return draw(on, card, Map.of());
  }

  /**
   * @param files which show the card's pictures; one without is shown in words
   */
  SlackMessage draw(ChatEvent.On on, Card card, Map<Png, String> files) {
    SlackBudget budget = new SlackBudget(SlackBudget.MESSAGE);
    List<LayoutBlock> blocks = new ArrayList<>();
    String headline = budget.spend(ShownText.line(card.headline(), HEADER));
    blocks.add(HeaderBlock.builder().text(plain(headline)).build());
    Optional<LayoutBlock> actions = actions(on, card, budget);
    SlackRuns runs = new SlackRuns(names, budget, files);
    for (Part part : card.parts()) {
      if (budget.isSpent() || blocks.size() == BLOCKS - 1) break;
      blocks.add(runs.draw(part));
    }
    actions.ifPresent(blocks::add);
    return new SlackMessage(blocks, SlackText.escaped(card.summary(), SUMMARY));
  }

  /** One line of our own, without buttons. */
  static SlackMessage line(String text) {
    var section = SectionBlock.builder().text(plain(ShownText.paragraphs(text, 3000))).build();
    return new SlackMessage(List.of(section), SlackText.escaped(text, SUMMARY));
  }

  static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(text).emoji(false).build();
  }

  private static Optional<LayoutBlock> actions(ChatEvent.On id, Card card, SlackBudget budget) {
    List<BlockElement> elements = new ArrayList<>();
    for (Card.Button button : card.buttons()) {
      button(id, button, elements.size(), budget).ifPresent(elements::add);
    }
    List<Card.Choice> choices = card.more().subList(0, Math.min(CHOICES, card.more().size()));
    int menus = Math.ceilDiv(choices.size(), MENU_LINES);
    // evenly, so that no menu is left with a single line
    int lineCount = menus == 0 ? MENU_LINES : Math.ceilDiv(choices.size(), menus);
    for (int from = 0; from < choices.size(); from += lineCount) {
      var lines = choices.subList(from, Math.min(from + lineCount, choices.size()));
      elements.add(menu(id, lines, elements.size(), budget));
    }
    return elements.isEmpty()
        ? Optional.empty()
        : Optional.of(ActionsBlock.builder().elements(elements).build());
  }

  static Optional<BlockElement> button(
      ChatEvent.On id, Card.Button button, int place, SlackBudget budget) {
    return switch (button) {
      case Card.Button.Act act ->
          Optional.of(
              ButtonElement.builder()
                  .actionId(SlackPressId.of(act.press(), place).toString())
                  .value(on(id, act.on()).toString())
                  .text(plain(budget.spend(ShownText.line(act.label(), LABEL))))
                  .style(act.main() ? "primary" : null)
                  .build());
      case Card.Button.Go go ->
          SlackLinks.safe(go.to())
              .map(link ->
                  ButtonElement.builder()
                      .actionId(SlackPressId.link(place))
                      .url(link.address())
                      .text(plain(budget.spend(ShownText.line(go.label(), LABEL))))
                      .build());
    };
  }

  private static ChatEvent.On on(ChatEvent.On otherwise, ChatEvent.@Nullable On named) {
    return named == null ? otherwise : named;
  }

  static BlockElement menu(
      ChatEvent.On id, List<Card.Choice> choices, int place, SlackBudget budget) {
    List<OptionObject> options = new ArrayList<>();
    for (Card.Choice choice : choices) {
      String label = budget.spend(ShownText.line(choice.label(), LABEL));
      options.add(
          OptionObject.builder()
              .text(plain(label))
              .value(SlackPressId.choice(choice.press(), on(id, choice.on())))
              .build());
    }
    return OverflowMenuElement.builder()
        .actionId(SlackPressId.menu(place))
        .options(options)
        .build();
  }
}
