package no.grenselos.chat.shown;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import no.grenselos.chat.Form;
import no.grenselos.expert.Handle;
import org.jspecify.annotations.Nullable;

/** What stands in an input at first, in the form in which values come back; empty for nothing. */
public final class Initial {
  /** The most that a text's {@code maxLength} can be. */
  private static final int TEXT = 3000;

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private Initial() {}

  /**
   * As the field wants it.
   *
   * @param house whose members can be chosen; anybody else's choice is left open
   */
  public static String of(Form.Field field, String house) {
    return switch (field) {
      case Form.Field.Text text -> ShownText.editable(text.initial(), longest(text));
      case Form.Field.OneOf one -> chosen(one);
      case Form.Field.ManyOf many ->
          many.options().stream()
              .map(Form.Field.Option::value)
              .filter(many.chosen()::contains)
              .collect(Collectors.joining(","));
      case Form.Field.Person who -> member(who.chosen(), house);
      case Form.Field.Day day -> day.chosen() == null ? "" : day.chosen().toString();
      case Form.Field.Time time -> time.chosen() == null ? "" : HOUR.format(time.chosen());
      case Form.Field.Words words -> "";
      case Form.Field.Quote quote -> "";
      case Form.Field.Knob knob -> "";
    };
  }

  /** How much may stand in the input, in UTF-16 units. */
  public static int longest(Form.Field.Text text) {
    return Math.clamp(text.maxLength(), 1, TEXT);
  }

  private static String chosen(Form.Field.OneOf one) {
    return one.options().stream()
        .map(Form.Field.Option::value)
        .filter(value -> value.equals(one.chosen()))
        .findFirst()
        .orElse("");
  }

  private static String member(@Nullable Handle who, String house) {
    return who != null && who.house().equals(house) ? who.id() : "";
  }
}
