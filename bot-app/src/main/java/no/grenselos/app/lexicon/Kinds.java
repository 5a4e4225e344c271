package no.grenselos.app.lexicon;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.grenselos.reading.gloss.WordClass;

/** What dictionaries call a word's class, in English and Norwegian, and what we call it. */
final class Kinds {
  private static final Set<String> NOUN =
      Set.of("n", "noun", "s", "sb", "subst", "substantiv", "f", "m", "nt", "masc", "fem", "neut");
  private static final Set<String> VERB =
      Set.of("v", "vb", "verb", "verbum", "vt", "vi", "vr", "vblex");
  private static final Set<String> ADJECTIVE = Set.of("a", "adj", "adjective", "adjektiv");
  private static final Set<String> NONE =
      Set.of(
          "name",
          "pn",
          "np",
          "propn",
          "prop",
          "prefix",
          "suffix",
          "infix",
          "affix",
          "interfix",
          "character",
          "symbol",
          "punct");

  private Kinds() {}

  /** Empty for what no lexicon needs: names and parts of words. An unknown one is uninflected. */
  static Optional<WordClass> of(String said) {
    String first = said.strip().toLowerCase(Locale.ROOT).replaceFirst("[^\\p{L}].*", "");
    if (NONE.contains(first) || said.strip().equalsIgnoreCase("proper noun")) {
      return Optional.empty();
    }
    if (NOUN.contains(first)) return Optional.of(WordClass.NOUN);
    if (VERB.contains(first)) return Optional.of(WordClass.VERB);
    return Optional.of(ADJECTIVE.contains(first) ? WordClass.ADJECTIVE : WordClass.UNINFLECTED);
  }
}
