package no.grenselos.chat.teams;

import java.util.Locale;
import java.util.Set;

/**
 * The few sentences the adapter says by itself. All other words come from the core.
 *
 * @param inOurChat what is said where only the chat of two can hold the answer
 * @param noted what somebody reads who pressed a button, until the card shows it
 * @param tooLong to a text that is longer than any question
 * @param look the button that draws a form anew with what is filled in
 * @param needed stands at an input that was left empty
 * @param oneMore what follows a page or form of which one line did not fit
 * @param severalMore the same for more; their number goes where {@code %d} stands
 */
record TeamsWords(
    String sorry,
    String tooLate,
    String nothing,
    String slow,
    String inOurChat,
    String noted,
    String tooLong,
    String look,
    String needed,
    String oneMore,
    String severalMore) {
  private static final Set<String> NORWEGIAN = Set.of("nb", "nn", "no");

  static final TeamsWords EN =
      new TeamsWords(
          "That did not work just now, and nothing was changed. Please press again.",
          "Somebody has taken care of this already, so there is nothing to fill in.",
          "There is nothing I can do with this here.",
          "This takes longer than usual. Please send it again in a moment; it counts once.",
          "I have answered you in our own chat.",
          "Noted, thank you.",
          "That is too long for me. Please say it in fewer than 2,000 characters.",
          "Show how it will look",
          "Please fill this in.",
          "… and one more that does not fit here",
          "… and %d more that do not fit here");

  static final TeamsWords NB =
      new TeamsWords(
          "Det gikk ikke akkurat nå, og ingenting er endret. Prøv en gang til.",
          "Noen har allerede tatt seg av dette, så her er det ingenting å fylle ut.",
          "Dette kan jeg ikke gjøre noe med her.",
          "Dette tar lengre tid enn vanlig. Send det igjen om et øyeblikk; det teller én gang.",
          "Jeg har svart deg i vår egen chat.",
          "Notert, takk.",
          "Det er for langt for meg. Si det med færre enn 2000 tegn.",
          "Vis hvordan det blir",
          "Fyll ut dette.",
          "… og én til som det ikke er plass til her",
          "… og %d til som det ikke er plass til her");

  static TeamsWords in(Locale locale) {
    return NORWEGIAN.contains(locale.getLanguage()) ? NB : EN;
  }

  /** Says that so many are left out, 1 or more. */
  String more(int count) {
    return count == 1 ? oneMore : severalMore.formatted(count);
  }
}
