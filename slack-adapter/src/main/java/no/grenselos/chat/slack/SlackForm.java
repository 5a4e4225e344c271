package no.grenselos.chat.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.MultiStaticSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.TimePickerElement;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
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
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private SlackForm() {}

  static View draw(Form form) {
    SlackBudget budget = new SlackBudget(SlackBudget.FORM);
    SlackRuns runs = new SlackRuns(user -> user.name(), budget);
    List<LayoutBlock> blocks =
        form.fields().stream().limit(100).map(field -> block(field, runs)).toList();
    return View.builder()
        .type("modal")
        .callbackId(CALLBACK)
        .privateMetadata(new About(form.on(), form.kind()).toString())
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
              .element(text(text))
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
                      .initialOption(
                          one.options().stream()
                              .filter(option -> option.value().equals(one.chosen()))
                              .findFirst()
                              .map(SlackForm::option)
                              .orElse(null))
                      .build())
              .build();
      case Form.Field.ManyOf many ->
          input(many.id(), many.label(), many.optional())
              .element(
                  MultiStaticSelectElement.builder()
                      .actionId(VALUE)
                      .options(many.options().stream().map(SlackForm::option).toList())
                      .initialOptions(chosen(many))
                      .build())
              .build();
      case Form.Field.Day day ->
          input(day.id(), day.label(), day.optional())
              .element(
                  DatePickerElement.builder()
                      .actionId(VALUE)
                      .initialDate(day.chosen() == null ? null : day.chosen().toString())
                      .build())
              .build();
      case Form.Field.Time time ->
          input(time.id(), time.label(), time.optional())
              .element(
                  TimePickerElement.builder()
                      .actionId(VALUE)
                      .initialTime(time.chosen() == null ? null : HOUR.format(time.chosen()))
                      .build())
              .build();
      case Form.Field.Knob knob ->
          ActionsBlock.builder()
              .elements(
                  List.of(
                      ButtonElement.builder()
                          .actionId(SlackPressId.of(knob.press(), 0).toString())
                          .value(knob.on().toString())
                          .text(SlackCard.plain(SlackText.line(knob.label(), OPTION)))
                          .build()))
              .build();
    };
  }

  private static PlainTextInputElement text(Form.Field.Text text) {
    String initial = SlackText.cut(text.initial(), Math.clamp(text.maxLength(), 1, WORDS));
    return PlainTextInputElement.builder()
        .actionId(VALUE)
        .multiline(text.multiline())
        .initialValue(initial.isEmpty() ? null : initial)
        .maxLength(Math.clamp(text.maxLength(), 1, WORDS))
        .build();
  }

  private static @Nullable List<OptionObject> chosen(Form.Field.ManyOf many) {
    List<OptionObject> chosen =
        many.options().stream()
            .filter(option -> many.chosen().contains(option.value()))
            .map(SlackForm::option)
            .toList();
    return chosen.isEmpty() ? null : chosen;
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
    if (filled.getSelectedOptions() != null) {
      return filled.getSelectedOptions().stream()
          .map(ViewState.SelectedOption::getValue)
          .collect(Collectors.joining(","));
    }
    if (filled.getSelectedDate() != null) return filled.getSelectedDate();
    if (filled.getSelectedTime() != null) return filled.getSelectedTime();
    return filled.getSelectedUser() != null ? filled.getSelectedUser() : filled.getValue();
  }

  /** What a form is about; travels in the view's {@code private_metadata}. */
  record About(ChatEvent.On on, FormKind kind) {
    /** Reads what {@link #toString()} wrote. */
    static About parse(String text) {
      int space = text.indexOf(' ');
      if (space < 0) throw new IllegalArgumentException("about nothing: \"" + text + "\"");
      return new About(
          ChatEvent.On.parse(text.substring(0, space)),
          FormKind.valueOf(text.substring(space + 1)));
    }

    @Override
    public String toString() {
      return on + " " + kind;
    }
  }
}
