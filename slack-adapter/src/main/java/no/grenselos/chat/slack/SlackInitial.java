package no.grenselos.chat.slack;

import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.MultiStaticSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.TimePickerElement;
import com.slack.api.model.block.element.UsersSelectElement;
import java.util.Objects;
import java.util.stream.Collectors;
import no.grenselos.chat.shown.Initial;
import org.jspecify.annotations.Nullable;

/** Reads what stood in an input at first, in the form of {@link Initial}. */
final class SlackInitial {
  private SlackInitial() {}

  /** As it was drawn; empty for nothing. */
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
