package no.grenselos.app.lexicon;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the part of a dictionary's explanation that can stand in a text. */
final class Translation {
  private static final Pattern BRACKETS =
      Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]|\\{[^{}]*\\}|<[^<>]*>");
  private static final Pattern NUMBER = Pattern.compile("^\\s*\\d{1,2}[.)]\\s*");
  private static final Pattern BEGINNING = Pattern.compile("^(to|a|an|the) (?=\\S)");
  private static final Pattern SHORT =
      Pattern.compile("[\\p{L}\\d][\\p{L}\\d.'-]*( [\\p{L}\\d.'-]+){0,2}");
  private static final int LONGEST = 60;

  private Translation() {}

  /** The first of one to three words, without brackets, "to" and articles; lower case. */
  static Optional<String> shortest(Collection<String> translations) {
    for (String translation : translations) {
      String bare = NUMBER.matcher(translation).replaceFirst("");
      bare = BRACKETS.matcher(bare).replaceAll(" ");
      for (String part : bare.split("[;,/:]", -1)) {
        String clean = clean(part);
        if (clean.length() <= LONGEST && SHORT.matcher(clean).matches()) return Optional.of(clean);
      }
    }
    return Optional.empty();
  }

  private static String clean(String part) {
    String plain =
        part.replace('’', '\'').replaceAll("[\"“”!?]", "").strip().replaceAll("\\s+", " ");
    if (plain.endsWith(".")) plain = plain.substring(0, plain.length() - 1);
    return BEGINNING.matcher(plain.toLowerCase(Locale.ROOT)).replaceFirst("");
  }
}
