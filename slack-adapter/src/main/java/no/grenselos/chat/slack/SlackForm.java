package no.grenselos.chat.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.grenselos.chat.Form;
import no.grenselos.chat.shown.ShownText;

/** Draws a form as a modal. */
final class SlackForm {
  /** The callback id of all our forms; which one it is stands in the view's metadata. */
  static final String CALLBACK = "form";

  private static final int TITLE = 24;

  /** Blocks of a modal (docs.slack.dev, views). */
  private static final int BLOCKS = 100;

  private SlackForm() {}

  /** A form that is opened, in English where it says something of its own. */
  static View draw(Form form) {
    return draw(form, Map.of(), SlackStanding.NOTHING, SlackWords.EN);
  }

  /**
   * @param kept values that come back when it is sent
   * @param standing what stands in it, when it is drawn anew
   */
  static View draw(Form form, Map<String, String> kept, SlackStanding standing, SlackWords words) {
    return View.builder()
        .type("modal")
        .callbackId(CALLBACK)
        .privateMetadata(new SlackAbout(form.on(), form.kind(), kept).toString())
        .title(ViewTitle.builder().type("plain_text").text(title(form.title())).build())
        .submit(ViewSubmit.builder().type("plain_text").text(title(form.submit())).build())
        .close(ViewClose.builder().type("plain_text").text(title(form.cancel())).build())
        .blocks(blocks(form.fields(), standing, words))
        .build();
  }

  private static List<LayoutBlock> blocks(
      List<Form.Field> fields, SlackStanding standing, SlackWords words) {
    SlackBudget budget = new SlackBudget(SlackBudget.FORM);
    SlackFields drawing = new SlackFields(new SlackRuns(user -> user.name(), budget), standing);
    int fit = fields.size() <= BLOCKS ? fields.size() : BLOCKS - 1;
    List<LayoutBlock> blocks = new ArrayList<>();
    for (Form.Field field : fields.subList(0, fit)) {
      blocks.add(drawing.block(field, blocks.size()));
    }
    if (fit < fields.size()) blocks.add(SlackFields.words(words.more(fields.size() - fit)));
    return blocks;
  }

  private static String title(String text) {
    return ShownText.line(text, TITLE);
  }
}
