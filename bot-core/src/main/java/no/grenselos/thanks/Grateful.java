package no.grenselos.thanks;

import java.util.List;
import java.util.Set;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Reading;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;

/**
 * Whether somebody only says thanks. Careful: whoever says more than that waits for somebody to
 * read it, and their case is opened again.
 */
final class Grateful {
  /** Longer ones say something besides. */
  private static final int SHORT = 25;

  private static final Set<String> THANKS =
      Set.of(
          "takk", "tusen", "takker", "thanks", "thank", "thx", "cheers", "flott", "supert", "topp",
          "great", "perfect", "perfekt", "nyttig", "helpful", "hjalp", "helped");

  /** What follows these is what it is really about. */
  private static final Set<String> TURNS =
      Set.of(
          "men",
          "but",
          "however",
          "likevel",
          "dessverre",
          "unfortunately",
          "fortsatt",
          "still",
          "ikke",
          "ikkje",
          "not",
          "doesn't",
          "didn't",
          "ingenting",
          "nothing",
          "hva",
          "hvordan",
          "hvorfor",
          "når",
          "how",
          "what",
          "when",
          "why",
          "kan",
          "can",
          "could");

  private static final List<String> SIGNS = List.of("🙏", "❤", "👍", "🙌", "🥰", "😍");

  private Grateful() {}

  static boolean is(Mention mention, Reading reading) {
    if (reading.intent() == Intent.COMPLAINT || mention.text().contains("?")) return false;
    List<String> words =
        Words.standing(Words.withoutLinksAndHandles(mention.text())).stream()
            .map(Word::plain)
            .toList();
    if (words.size() > SHORT || words.stream().anyMatch(TURNS::contains)) return false;
    return reading.intent() == Intent.PRAISE
        || words.stream().anyMatch(THANKS::contains)
        || (words.isEmpty() && SIGNS.stream().anyMatch(mention.text()::contains));
  }

  /** Whether somebody asks on. */
  static boolean asks(Mention mention, Reading reading) {
    return mention.text().contains("?") || reading.intent() == Intent.QUESTION;
  }
}
