package no.grenselos.reading.gloss;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a headword is inflected in bokmål and nynorsk. The letter is what stands in the lexicon's
 * second column. An opening is a word that means something else when a sentence opens with it:
 * {@code spill} is play there and game elsewhere.
 */
@SuppressWarnings("ImmutableEnumChecker") // a list that is never changed
public enum WordClass {
  UNINFLECTED('x'),
  OPENING('o'),
  NOUN(
      'n', "e", "en", "ens", "et", "ets", "a", "as", "er", "ers", "ene", "enes", "ar", "ars", "ane",
      "anes", "s", "n", "ns", "r", "rs", "ne", "nes", "t", "ts"),
  VERB(
      'v', "e", "a", "er", "ar", "r", "et", "te", "de", "dde", "tt", "t", "ende", "ande", "es", "s",
      "st", "as", "ast"),
  ADJECTIVE('a', "t", "e", "st", "ste", "ere", "est", "este", "are", "ast", "aste");

  /** In the order in which they win; {@code values()} would copy. */
  static final List<WordClass> ALL = List.of(values());

  private final char letter;
  private final List<String> endings;

  WordClass(char letter, String... endings) {
    this.letter = letter;
    this.endings =
        Stream.of(endings).sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  /** Endings that may be taken off to find the headword, longest first. */
  List<String> endings() {
    return endings;
  }

  /** What stands for it in a lexicon's second column. */
  public char letter() {
    return letter;
  }

  /**
   * @throws IllegalArgumentException for a letter that is none of o, x, n, v, a
   */
  static WordClass of(String letter) {
    return Stream.of(values())
        .filter(known -> letter.equals(String.valueOf(known.letter)))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("word class \"" + letter + "\" is none of o x n v a"));
  }
}
