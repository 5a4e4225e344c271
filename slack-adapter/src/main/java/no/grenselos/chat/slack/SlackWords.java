package no.grenselos.chat.slack;

import java.util.Locale;
import java.util.Set;

/** The few sentences the adapter says by itself. All other words come from the core. */
record SlackWords(String sorry, String tooLate, String slow) {
  private static final Set<String> NORWEGIAN = Set.of("nb", "nn", "no");

  private static final SlackWords EN =
      new SlackWords(
          "That did not work just now, and nothing was changed. Please press again.",
          "Somebody has taken care of this already, so there is nothing to fill in.",
          "This takes longer than usual. Please send it again in a moment; it counts once.");

  private static final SlackWords NB =
      new SlackWords(
          "Det gikk ikke akkurat nå, og ingenting er endret. Prøv en gang til.",
          "Noen har allerede tatt seg av dette, så her er det ingenting å fylle ut.",
          "Dette tar lengre tid enn vanlig. Send det igjen om et øyeblikk; det teller én gang.");

  static SlackWords in(Locale locale) {
    return NORWEGIAN.contains(locale.getLanguage()) ? NB : EN;
  }
}
