package no.grenselos.chat.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Page;
import no.grenselos.chat.Part;
import no.grenselos.chat.shown.PageWords;
import no.grenselos.chat.shown.ShownText;

/** Draws a page with Slack's blocks, inside their limits. Stateless; safe for many threads. */
final class SlackPage {
  /** Blocks of a home tab (docs.slack.dev, views). */
  static final int HOME = 100;

  /** Blocks of a message. */
  static final int MESSAGE = 50;

  private static final int HEADER = 150;
  private static final int SUMMARY = 500;

  private SlackPage() {}

  /**
   * @param most how many blocks fit; what is beyond is left out, whole lines at a time, and the
   *     last line says how much that is
   * @param names how somebody inside is called
   */
  static List<LayoutBlock> draw(
      Page page, int most, Function<ChatUser, String> names, SlackWords words) {
    SlackBudget budget = new SlackBudget(most == HOME ? SlackBudget.FORM : SlackBudget.MESSAGE);
    SlackRuns runs = new SlackRuns(names, budget);
    Deque<Drawn> fit = new ArrayDeque<>();
    int blocks = 0;
    for (Page.Block block : page.blocks()) {
      Drawn drawn = new Drawn(block, draw(block, runs, budget));
      blocks += drawn.blocks().size();
      if (budget.isSpent() || blocks > most) break;
      fit.add(drawn);
    }
    if (fit.size() == page.blocks().size()) return all(fit);
    while (!fit.isEmpty() && (all(fit).size() > most - 1 || fit.getLast().leadsOn())) {
      fit.removeLast();
    }
    List<LayoutBlock> drawn = new ArrayList<>(all(fit));
    long left = page.blocks().stream().skip(fit.size()).filter(b -> !PageWords.leadsOn(b)).count();
    if (left > 0) drawn.add(SlackFields.words(words.more((int) left)));
    return drawn;
  }

  private record Drawn(Page.Block block, List<LayoutBlock> blocks) {
    boolean leadsOn() {
      return PageWords.leadsOn(block);
    }
  }

  private static List<LayoutBlock> all(Collection<Drawn> drawn) {
    return drawn.stream().flatMap(one -> one.blocks().stream()).toList();
  }

  private static List<LayoutBlock> draw(Page.Block block, SlackRuns runs, SlackBudget budget) {
    return switch (block) {
      case Page.Block.Heading heading -> {
        String text = budget.spend(ShownText.line(heading.text(), HEADER));
        yield List.of(HeaderBlock.builder().text(SlackCard.plain(text)).build());
      }
      case Page.Block.Show show -> List.of(runs.draw(show.part()));
      case Page.Block.Row row -> row(row, runs, budget);
      case Page.Block.Divider divider -> List.of(DividerBlock.builder().build());
    };
  }

  private static List<LayoutBlock> row(Page.Block.Row row, SlackRuns runs, SlackBudget budget) {
    List<LayoutBlock> blocks = new ArrayList<>();
    if (!row.text().isEmpty()) blocks.add(runs.draw(new Part.Line(row.text())));
    List<BlockElement> elements = new ArrayList<>();
    ChatEvent.On nothing = new ChatEvent.On.Nothing();
    for (Card.Button button : row.buttons()) {
      SlackCard.button(nothing, button, elements.size(), budget).ifPresent(elements::add);
    }
    if (!row.more().isEmpty()) {
      elements.add(SlackCard.menu(nothing, row.more(), elements.size(), budget));
    }
    if (!elements.isEmpty()) blocks.add(ActionsBlock.builder().elements(elements).build());
    return blocks;
  }

  /** The page in one line, for notifications and screen readers. */
  static String summary(Page page) {
    return SlackText.escaped(PageWords.of(page), SUMMARY);
  }
}
