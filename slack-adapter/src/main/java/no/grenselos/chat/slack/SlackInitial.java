package no.grenselos.chat.slack;

import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.MultiStaticSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.TimePickerElement;
import com.slack.api.model.block.element.UsersSelectElement;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import no.grenselos.chat.Form;
import no.grenselos.expert.Handle;
import org.jspecify.annotations.Nullable;

/** What stands in an input at first, in the form in which values come back; empty for nothing. */
final class SlackInitial {
  /** Longest text of an input (docs.slack.dev, plain-text input element). */
  private static final int TEXT = 3000;

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private SlackInitial() {}

  /** As the field wants it. */
  static String of(Form.Field field) {
    return switch (field) {
      case Form.Field.Text text ->
          SlackText.editable(text.initial(), Math.clamp(text.maxLength(), 1, TEXT));
      case Form.Field.OneOf one -> chosen(one);
      case Form.Field.ManyOf many ->
          many.options().stream()
              .map(Form.Field.Option::value)
              .filter(many.chosen()::contains)
              .collect(Collectors.joining(","));
      case Form.Field.Person who -> member(who.chosen());
      case Form.Field.Day day -> day.chosen() == null ? "" : day.chosen().toString();
      case Form.Field.Time time -> time.chosen() == null ? "" : HOUR.format(time.chosen());
      case Form.Field.Words words -> "";
      case Form.Field.Quote quote -> "";
      case Form.Field.Knob knob -> "";
    };
  }

  private static String chosen(Form.Field.OneOf one) {
    return one.options().stream()
        .map(Form.Field.Option::value)
        .filter(value -> value.equals(one.chosen()))
        .findFirst()
        .orElse("");
  }

  private static String member(@Nullable Handle who) {
    return who != null && who.house().equals(SlackChatProvider.HOUSE) ? who.id() : "";
  }

  /** As it was drawn. */
  static String drawn(BlockElement element) {
    return switch (element) {
      case PlainTextInputElement text -> orEmpty(text.getInitialValue());
      case StaticSelectElement one -> value(one.getInitialOption());
      case MultiStaticSelectElement many ->
          many.getInitialOptions() == null
              ? ""
              : many.getInitialOptions().stream()
                  .map(SlackInitial::value)
                  .collect(Collectors.joining(","));
      case UsersSelectElement who -> orEmpty(who.getInitialUser());
      case DatePickerElement day -> orEmpty(day.getInitialDate());
      case TimePickerElement time -> orEmpty(time.getInitialTime());
      default -> "";
    };
  }

  private static String value(@Nullable OptionObject option) {
    return option == null ? "" : orEmpty(option.getValue());
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
