package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Page;
import no.grenselos.chat.shown.PageWords;

/**
 * Draws a page as an Adaptive Card, within what Teams takes; what is beyond is left out, whole
 * lines at a time, and the last line says how much that is.
 */
final class TeamsPage {
  private static final int SUMMARY = 300;

  private TeamsPage() {}

  static ObjectNode draw(Page page, TeamsView view) {
    ObjectNode drawn = TeamsElements.card(PageWords.of(page));
    ArrayNode body = drawn.putArray("body");
    List<Page.Block> blocks = page.blocks();
    String most = view.words().more(Math.max(1, blocks.size()));
    int room = TeamsBudget.CARD - TeamsBudget.size(drawn);
    // the rule before it and the line itself
    room -= TeamsBudget.size(TeamsRuns.words(most)) + 1;
    int fit = TeamsBudget.fitting(room, post -> draw(blocks, view, post)).size();
    if (fit < blocks.size()) {
      while (fit > 0 && PageWords.leadsOn(blocks.get(fit - 1))) fit--;
    }
    List<Page.Block> shown = blocks.subList(0, fit);
    TeamsBudget.fitting(room, post -> draw(shown, view, post)).forEach(body::addAll);
    int left = (int) blocks.stream().skip(fit).filter(block -> !PageWords.leadsOn(block)).count();
    if (left > 0) body.add(TeamsRuns.words(view.words().more(left)));
    return drawn;
  }

  private static List<List<ObjectNode>> draw(List<Page.Block> blocks, TeamsView view, int post) {
    List<List<ObjectNode>> drawn = new ArrayList<>();
    boolean ruled = false;
    for (Page.Block block : blocks) {
      List<ObjectNode> elements = draw(block, view, post);
      // Adaptive Cards have no rule: the element below it draws one above itself
      if (ruled && !elements.isEmpty()) elements.getFirst().put("separator", true);
      ruled = block instanceof Page.Block.Divider || (ruled && elements.isEmpty());
      drawn.add(elements);
    }
    return drawn;
  }

  private static List<ObjectNode> draw(Page.Block block, TeamsView view, int post) {
    return switch (block) {
      case Page.Block.Heading heading -> List.of(TeamsElements.heading(heading.text(), "medium"));
      case Page.Block.Show show -> List.of(new TeamsRuns(view).draw(show.part(), post));
      case Page.Block.Row row -> row(row, view);
      case Page.Block.Divider divider -> List.of();
    };
  }

  private static List<ObjectNode> row(Page.Block.Row row, TeamsView view) {
    List<ObjectNode> elements = new ArrayList<>();
    if (!row.text().isEmpty()) elements.add(new TeamsRuns(view).line(row.text()));
    new TeamsActions(new ChatEvent.On.Nothing(), view)
        .draw(row.buttons(), row.more())
        .ifPresent(elements::add);
    return elements;
  }

  /** The page in one line, for notifications: the activity's {@code summary}. */
  static String summary(Page page) {
    return TeamsText.plain(PageWords.of(page), SUMMARY);
  }
}
