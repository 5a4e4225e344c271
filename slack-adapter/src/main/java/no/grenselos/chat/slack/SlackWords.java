package no.grenselos.chat.slack;

import java.util.Locale;
import java.util.Set;

/**
 * The few sentences the adapter says by itself. All other words come from the core.
 *
 * @param oneMore what follows a page or form of which one line did not fit
 * @param severalMore the same for more; their number goes where {@code %d} stands
 */
record SlackWords(
    String sorry, String tooLate, String nothing, String slow, String oneMore, String severalMore) {
  private static final Set<String> NORWEGIAN = Set.of("nb", "nn", "no");

  static final SlackWords EN =
      new SlackWords(
          "That did not work just now, and nothing was changed. Please press again.",
          "Somebody has taken care of this already, so there is nothing to fill in.",
          "There is nothing I can do with this here.",
          "This takes longer than usual. Please send it again in a moment; it counts once.",
          "… and one more that does not fit here",
          "… and %d more that do not fit here");

  static final SlackWords NB =
      new SlackWords(
          "Det gikk ikke akkurat nå, og ingenting er endret. Prøv en gang til.",
          "Noen har allerede tatt seg av dette, så her er det ingenting å fylle ut.",
          "Dette kan jeg ikke gjøre noe med her.",
          "Dette tar lengre tid enn vanlig. Send det igjen om et øyeblikk; det teller én gang.",
          "… og én til som det ikke er plass til her",
          "… og %d til som det ikke er plass til her");

  static SlackWords in(Locale locale) {
    return NORWEGIAN.contains(locale.getLanguage()) ? NB : EN;
  }

  /** Says that so many are left out, 1 or more. */
  String more(int count) {
    return count == 1 ? oneMore : severalMore.formatted(count);
  }
}
