package no.grenselos.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes the ids by which config names people: {@code kari-oestby} is {@code kari-ostby}. */
final class ShortNames {
  /** What config takes for an id. */
  static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

  /** Room for a number behind it. */
  private static final int LONGEST = 56;

  /** Letters that are no letter with a mark, and so do not come apart by themselves. */
  private static final Map<String, String> LETTERS =
      Map.of(
          "æ", "ae", "ø", "o", "ß", "ss", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "œ", "oe", "ı",
          "i");

  private ShortNames() {}

  /**
   * The name in the letters that an id may have; {@code person} when it has none of them.
   *
   * @param taken ids of others
   */
  static String of(String name, Set<String> taken) {
    String plain = plain(name);
    String stem = plain.isEmpty() ? "person" : plain;
    String id = stem;
    for (int i = 2; taken.contains(id); i++) id = stem + "-" + i;
    return id;
  }

  private static String plain(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
      small = small.replace(letter.getKey(), letter.getValue());
    }
    String apart = Normalizer.normalize(small, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    String words = apart.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST).replaceAll("-+$", "");
  }
}
