package no.grenselos.chat.slack;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.PlacementId;
import org.jspecify.annotations.Nullable;

/** Draws a form as a modal, and reads what was written in it. */
final class SlackForm {
  /** The callback id of all our forms; which one it is stands in the view's metadata. */
  static final String CALLBACK = "form";

  private static final String VALUE = "value";
  private static final int TITLE = 24;
  private static final int LABEL = 2000;
  private static final int OPTION = 75;
  private static final int WORDS = 3000;

  private SlackForm() {}

  static View draw(Form form) {
    SlackBudget budget = new SlackBudget(SlackBudget.FORM);
    SlackRuns runs = new SlackRuns(user -> user.name(), budget);
    List<LayoutBlock> blocks =
        form.fields().stream().limit(100).map(field -> block(field, runs)).toList();
    return View.builder()
        .type("modal")
        .callbackId(CALLBACK)
        .privateMetadata(new About(form.card(), form.kind()).toString())
        .title(ViewTitle.builder().type("plain_text").text(title(form.title())).build())
        .submit(ViewSubmit.builder().type("plain_text").text(title(form.submit())).build())
        .close(ViewClose.builder().type("plain_text").text(title(form.cancel())).build())
        .blocks(blocks)
        .build();
  }

  private static String title(String text) {
    return SlackText.line(text, TITLE);
  }

  private static LayoutBlock block(Form.Field field, SlackRuns runs) {
    return switch (field) {
      case Form.Field.Words words ->
          SectionBlock.builder()
              .text(SlackCard.plain(SlackText.paragraphs(words.text(), WORDS)))
              .build();
      case Form.Field.Quote quote -> runs.post(quote.post());
      case Form.Field.Text text ->
          input(text.id(), text.label(), text.optional())
              .hint(hint(text.hint()))
              .element(
                  PlainTextInputElement.builder()
                      .actionId(VALUE)
                      .multiline(text.multiline())
                      .maxLength(Math.clamp(text.maxLength(), 1, WORDS))
                      .build())
              .build();
      case Form.Field.Person person ->
          input(person.id(), person.label(), person.optional())
              .element(UsersSelectElement.builder().actionId(VALUE).build())
              .build();
      case Form.Field.OneOf one ->
          input(one.id(), one.label(), false)
              .element(
                  StaticSelectElement.builder()
                      .actionId(VALUE)
                      .options(one.options().stream().map(SlackForm::option).toList())
                      .build())
              .build();
    };
  }

  private static InputBlock.InputBlockBuilder input(String id, String label, boolean optional) {
    return InputBlock.builder()
        .blockId(id)
        .label(SlackCard.plain(SlackText.line(label, LABEL)))
        .optional(optional);
  }

  private static OptionObject option(Form.Field.Option option) {
    return OptionObject.builder()
        .value(option.value())
        .text(SlackCard.plain(SlackText.line(option.label(), OPTION)))
        .build();
  }

  private static @Nullable PlainTextObject hint(String hint) {
    return hint.isBlank() ? null : SlackCard.plain(SlackText.line(hint, LABEL));
  }

  /** What was filled in, by field id; fields left empty are left out. */
  static Map<String, String> values(ViewState state) {
    Map<String, String> values = new HashMap<>();
    state
        .getValues()
        .forEach((field, elements) ->
            Optional.ofNullable(elements.get(VALUE))
                .map(SlackForm::value)
                .filter(text -> !text.isBlank())
                .ifPresent(text -> values.put(field, text)));
    return values;
  }

  private static @Nullable String value(ViewState.Value filled) {
    if (filled.getSelectedOption() != null) return filled.getSelectedOption().getValue();
    return filled.getSelectedUser() != null ? filled.getSelectedUser() : filled.getValue();
  }

  /** Which card a form is about; travels in the view's {@code private_metadata}. */
  record About(PlacementId card, FormKind kind) {
    /** Reads what {@link #toString()} wrote. */
    static About parse(String text) {
      int space = text.indexOf(' ');
      if (space < 0) throw new IllegalArgumentException("not about a card: \"" + text + "\"");
      return new About(
          PlacementId.parse(text.substring(0, space)), FormKind.valueOf(text.substring(space + 1)));
    }

    @Override
    public String toString() {
      return card + " " + kind;
    }
  }
}
