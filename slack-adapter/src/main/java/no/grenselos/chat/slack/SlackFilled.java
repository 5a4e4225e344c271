package no.grenselos.chat.slack;

import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what was filled in in a modal. */
final class SlackFilled {
  private SlackFilled() {}

  /** By field id: what the form was opened with, and what was filled in; no empty ones. */
  static Map<String, String> values(View view) {
    Map<String, String> values = new HashMap<>(SlackAbout.parse(view.getPrivateMetadata()).kept());
    all(view.getState())
        .forEach((field, text) -> {
          if (text.isBlank()) values.remove(field);
          else values.put(field, text);
        });
    return values;
  }

  /** By field id, the empty ones too. */
  static Map<String, String> all(@Nullable ViewState state) {
    Map<String, String> values = new HashMap<>();
    if (state == null || state.getValues() == null) return values;
    state
        .getValues()
        .forEach((block, elements) -> {
          ViewState.Value filled = elements.get(SlackFields.VALUE);
          if (filled != null) values.put(SlackStanding.fieldOf(block), value(filled));
        });
    return values;
  }

  private static String value(ViewState.Value filled) {
    if (filled.getSelectedOption() != null) return filled.getSelectedOption().getValue();
    if (filled.getSelectedOptions() != null) {
      return filled.getSelectedOptions().stream()
          .map(ViewState.SelectedOption::getValue)
          .collect(Collectors.joining(","));
    }
    if (filled.getSelectedDate() != null) return filled.getSelectedDate();
    if (filled.getSelectedTime() != null) return filled.getSelectedTime();
    if (filled.getSelectedUser() != null) return filled.getSelectedUser();
    return Objects.requireNonNullElse(filled.getValue(), "");
  }
}
