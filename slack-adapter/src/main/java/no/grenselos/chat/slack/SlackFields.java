package no.grenselos.chat.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.DispatchActionConfig;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.MultiStaticSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.TimePickerElement;
import com.slack.api.model.block.element.UsersSelectElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.Form;
import no.grenselos.chat.shown.Initial;
import no.grenselos.chat.shown.ShownText;
import org.jspecify.annotations.Nullable;

/** Draws the lines of a form as blocks of a modal. One per form: it spends the form's budget. */
final class SlackFields {
  /** The action id of every input; a live one tells of changes under it. */
  static final String VALUE = "value";

  private static final int LABEL = 2000;
  private static final int HINT = 2000;
  private static final int OPTION = 75;
  private static final int WORDS = 3000;

  private final SlackRuns runs;
  private final SlackStanding standing;

  /**
   * @param standing what stands in the modal that is drawn anew
   */
  SlackFields(SlackRuns runs, SlackStanding standing) {
    this.runs = runs;
    this.standing = standing;
  }

  LayoutBlock block(Form.Field field, int place) {
    return switch (field) {
      case Form.Field.Words words -> words(words.text());
      case Form.Field.Quote quote -> runs.post(quote.post());
      case Form.Field.Knob knob -> knob(knob, place);
      case Form.Field.Text text ->
          input(field, text.id(), text.label(), text.optional())
              .hint(hint(text.hint()))
              .dispatchAction(text.live() ? true : null)
              .build();
      case Form.Field.OneOf one ->
          input(field, one.id(), one.label(), false)
              .dispatchAction(one.live() ? true : null)
              .build();
      case Form.Field.ManyOf many -> input(field, many.id(), many.label(), many.optional()).build();
      case Form.Field.Person who -> input(field, who.id(), who.label(), who.optional()).build();
      case Form.Field.Day day -> input(field, day.id(), day.label(), day.optional()).build();
      case Form.Field.Time time -> input(field, time.id(), time.label(), time.optional()).build();
    };
  }

  static LayoutBlock words(String text) {
    return SectionBlock.builder().text(SlackCard.plain(ShownText.paragraphs(text, WORDS))).build();
  }

  private static LayoutBlock knob(Form.Field.Knob knob, int place) {
    BlockElement button =
        ButtonElement.builder()
            .actionId(SlackPressId.of(knob.press(), place).toString())
            .value(knob.on().toString())
            .text(SlackCard.plain(ShownText.line(knob.label(), OPTION)))
            .build();
    return ActionsBlock.builder().elements(List.of(button)).build();
  }

  private InputBlock.InputBlockBuilder input(
      Form.Field field, String id, String label, boolean optional) {
    String first = Initial.of(field, SlackChatProvider.HOUSE);
    return InputBlock.builder()
        .blockId(standing.blockId(id, first))
        .label(SlackCard.plain(ShownText.line(label, LABEL)))
        .optional(optional)
        .element(element(field, first.isEmpty() ? null : first));
  }

  private static BlockElement element(Form.Field field, @Nullable String first) {
    return switch (field) {
      case Form.Field.Text text -> text(text, first);
      case Form.Field.OneOf one ->
          StaticSelectElement.builder()
              .actionId(VALUE)
              .options(one.options().stream().map(SlackFields::option).toList())
              .initialOption(options(one.options(), first).stream().findFirst().orElse(null))
              .build();
      case Form.Field.ManyOf many ->
          MultiStaticSelectElement.builder()
              .actionId(VALUE)
              .options(many.options().stream().map(SlackFields::option).toList())
              .initialOptions(first == null ? null : options(many.options(), first))
              .build();
      case Form.Field.Person who ->
          UsersSelectElement.builder().actionId(VALUE).initialUser(first).build();
      case Form.Field.Day day ->
          DatePickerElement.builder().actionId(VALUE).initialDate(first).build();
      case Form.Field.Time time ->
          TimePickerElement.builder().actionId(VALUE).initialTime(first).build();
      case Form.Field.Words none -> throw noInput(none);
      case Form.Field.Quote none -> throw noInput(none);
      case Form.Field.Knob none -> throw noInput(none);
    };
  }

  private static IllegalArgumentException noInput(Form.Field field) {
    return new IllegalArgumentException("nothing is filled in at " + field.getClass());
  }

  private static PlainTextInputElement text(Form.Field.Text text, @Nullable String first) {
    var each = DispatchActionConfig.builder().triggerActionsOn(List.of("on_character_entered"));
    return PlainTextInputElement.builder()
        .actionId(VALUE)
        .multiline(text.multiline())
        .initialValue(first)
        .maxLength(Initial.longest(text))
        .dispatchActionConfig(text.live() ? each.build() : null)
        .build();
  }

  private static List<OptionObject> options(
      List<Form.Field.Option> offered, @Nullable String first) {
    List<String> chosen = first == null ? List.of() : Arrays.asList(first.split(",", -1));
    return offered.stream()
        .filter(option -> chosen.contains(option.value()))
        .map(SlackFields::option)
        .toList();
  }

  private static OptionObject option(Form.Field.Option option) {
    return OptionObject.builder()
        .value(option.value())
        .text(SlackCard.plain(ShownText.line(option.label(), OPTION)))
        .build();
  }

  private static @Nullable PlainTextObject hint(String hint) {
    return Optional.of(hint)
        .filter(text -> !text.isBlank())
        .map(text -> SlackCard.plain(ShownText.line(text, HINT)))
        .orElse(null);
  }
}
