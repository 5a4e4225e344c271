package no.grenselos.reading.gloss;

import java.util.Optional;
import java.util.Set;
import no.grenselos.reading.gloss.Found.Rule;
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

  Optional<Found> of(String word) {
    if (word.length() < SHORTEST_COMPOUND) return Optional.empty();
    Splitting splitting = new Splitting(word);
    for (int parts = 2; parts <= MOST_PARTS; parts++) {
      Found found = splitting.from(0, parts);
      if (found != null) return Optional.of(found);
    }
    return Optional.empty();
  }

  /** One word while it is taken apart; what its ends are is looked up once for each place. */
  private final class Splitting {
    private final String word;
    private final @Nullable Optional<Found>[] lasts;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made
    Splitting(String word) {
      this.word = word;
      this.lasts = new Optional[word.length()];
    }

    /** The rest of the word from there as that many parts. */
    @Nullable Found from(int start, int parts) {
      if (word.length() - start < SHORTEST_COMPOUND) return null;
      int hash = 0;
      for (int at = start; at <= word.length() - SHORTEST_PART; at++) {
        if (at - start >= SHORTEST_PART) {
          Found first = part(start, at, hash);
          Found rest = first == null ? null : parts == 2 ? last(at) : from(at, parts - 1);
          if (first != null && rest != null) return joined(first, rest);
        }
        hash = Sieve.extend(hash, word.charAt(at));
      }
      return null;
    }

    private @Nullable Found last(int at) {
      Optional<Found> known = lasts[at];
      if (known == null) {
        String rest = word.substring(at);
        known = NEVER_LAST.contains(rest) ? Optional.empty() : lexicon.find(rest);
        lasts[at] = known;
      }
      return known.orElse(null);
    }

    /** A first part as it stands, or with the s or e that joins it to the next. */
    private @Nullable Found part(int start, int end, int hash) {
      if (lexicon.mayJoin(hash)) {
        String first = word.substring(start, end);
        if (lexicon.joins(first)) return lexicon.find(first).orElse(null);
      }
      char joint = word.charAt(end - 1);
      if ((joint != 's' && joint != 'e') || end - start <= SHORTEST_PART) return null;
      String before = word.substring(start, end - 1);
      return lexicon.joins(before) ? lexicon.find(before).orElse(null) : null;
    }
  }

  private static Found joined(Found first, Found rest) {
    return new Found(
        first.english() + " " + rest.english(),
        Rule.COMPOUND,
        first.from() + " + " + rest.from(),
        rest.origin());
  }
}
