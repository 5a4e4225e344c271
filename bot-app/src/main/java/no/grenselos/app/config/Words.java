package no.grenselos.app.config;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.config.DidYouMean;
import no.grenselos.config.Settings;

/** Words an admin chooses among, with a hint when one is mistyped. */
final class Words {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private Words() {}

  /** A day of the week, written {@code mon}. */
  static Optional<DayOfWeek> day(Settings settings, String key) {
    return settings.optionalText(key).flatMap(typed -> day(settings, key, typed));
  }

  /** As the other, of one of several. */
  static Optional<DayOfWeek> day(Settings settings, String key, String typed) {
    return Optional.of(typed.toLowerCase(Locale.ROOT))
        .filter(day -> among(DAYS, settings, key, day, "must be of"))
        .map(day -> DayOfWeek.of(1 + DAYS.indexOf(day)));
  }

  /** The constant written as in config: {@code cut-costs} for {@code CUT_COSTS}. */
  static <E extends Enum<E>> Optional<E> choice(Settings settings, String key, Class<E> type) {
    List<String> known = new ArrayList<>();
    for (E constant : type.getEnumConstants()) known.add(word(constant));
    return settings
        .optionalText(key)
        .filter(typed -> among(known, settings, key, typed, "must be"))
        .map(typed -> type.getEnumConstants()[known.indexOf(typed)]);
  }

  /** Whether it is known; a problem at the key when it is not. */
  static boolean among(
      Collection<String> known, Settings settings, String key, String typed, String rule) {
    if (known.contains(typed)) return true;
    settings.problem(key, "\"" + typed + "\" is unknown" + hint(known, typed, rule));
    return false;
  }

  /** The nearest known word as a question, else all of them. */
  static String hint(Collection<String> known, String typed, String rule) {
    return DidYouMean.among(known, typed)
        .map(word -> "; did you mean \"" + word + "\"?")
        .orElse("; " + rule + " " + String.join(", ", known.stream().sorted().toList()));
  }

  /** As an admin writes it. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
