package no.grenselos.people;

import java.text.Normalizer;
import java.util.Optional;
import no.grenselos.config.Settings;

/** Reads words that others will see: what could hide, turn or pretend is refused. */
final class Wording {
  private static final int LONGEST = 100;

  private Wording() {}

  /** Somebody's name: begins with a letter, so that no table takes it for a formula. */
  static Optional<String> name(Settings row, String key) {
    return read(row, key, false);
  }

  /** What somebody does; may begin with a digit too. */
  static Optional<String> title(Settings row, String key) {
    return read(row, key, true);
  }

  private static Optional<String> read(Settings row, String key, boolean digits) {
    Optional<String> text =
        row.optionalText(key).map(t -> Normalizer.normalize(t.strip(), Normalizer.Form.NFC));
    if (text.isEmpty()) return text;
    String wrong = wrong(text.get(), digits);
    if (wrong.isEmpty()) return text;
    row.problem(key, wrong);
    return Optional.empty();
  }

  private static String wrong(String text, boolean digits) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (hidden(c)) {
        return "has an invisible or control character, U+%04X, at place %d".formatted(c, i + 1);
      }
    }
    int first = text.codePointAt(0);
    if (!Character.isLetter(first) && !(digits && Character.isDigit(first))) {
      return "must begin with a letter" + (digits ? " or digit" : "");
    }
    if (text.length() <= LONGEST) return "";
    return "has " + text.length() + " characters, must be at most " + LONGEST;
  }

  private static boolean hidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
