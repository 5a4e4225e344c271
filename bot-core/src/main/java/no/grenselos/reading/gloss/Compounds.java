package no.grenselos.reading.gloss;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads compounds by their parts: {@code strømregningen} is power and bill. The fewest parts win,
 * then the longest last part, which carries the meaning. Safe for many threads.
 */
final class Compounds {
  private static final int SHORTEST_COMPOUND = 6;
  private static final int SHORTEST_PART = 3;
  private static final int MOST_PARTS = 3;
  // short words that end many others by chance
  private static final Set<String> NEVER_LAST =
      Set.of(
          "ene", "ere", "ens", "ets", "ende", "else", "het", "heten", "lig", "ing", "inga", "ingen",
          "den", "det", "dem", "der", "han", "hun", "men", "som", "for", "var", "ned", "ved");

  private final Lexicon lexicon;

  Compounds(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  Optional<String> of(String word) {
    for (int parts = 2; parts <= MOST_PARTS; parts++) {
      String english = split(word, parts);
      if (english != null) return Optional.of(english);
    }
    return Optional.empty();
  }

  private @Nullable String split(String word, int parts) {
    if (word.length() < SHORTEST_COMPOUND) return null;
    for (int at = SHORTEST_PART; at <= word.length() - SHORTEST_PART; at++) {
      String first = part(word.substring(0, at));
      if (first == null) continue;
      String rest = word.substring(at);
      String last = parts == 2 ? last(rest) : split(rest, parts - 1);
      if (last != null) return first + " " + last;
    }
    return null;
  }

  private @Nullable String last(String rest) {
    return NEVER_LAST.contains(rest) ? null : lexicon.find(rest).orElse(null);
  }

  /** A first part as it stands, or with the s or e that joins it to the next. */
  private @Nullable String part(String first) {
    if (lexicon.joins(first)) return lexicon.find(first).orElse(null);
    char joint = first.charAt(first.length() - 1);
    String before = first.substring(0, first.length() - 1);
    boolean joined = (joint == 's' || joint == 'e') && first.length() > SHORTEST_PART;
    return joined && lexicon.joins(before) ? lexicon.find(before).orElse(null) : null;
  }
}
