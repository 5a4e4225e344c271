package no.grenselos.chat.slack;

import java.util.Locale;
import java.util.Set;

/** The few sentences the adapter says by itself. All other words come from the core. */
record SlackWords(String sorry, String tooLate, String slow, String help, String home) {
  private static final Set<String> NORWEGIAN = Set.of("nb", "nn", "no");

  private static final SlackWords EN =
      new SlackWords(
          "That did not work just now, and nothing was changed. Please press again.",
          "Somebody has taken care of this already, so there is nothing to fill in.",
          "This takes longer than usual. Please send it again in a moment; it counts once.",
          """
          Grenselos shows you public posts about what you know, one at a time, and asks whether you \
          want to reply. Use the buttons on a card, or an emoji: :eyes: I'll take it, :x: not mine, \
          :clock3: later, :white_check_mark: answered. Take the emoji away to undo.\
          """,
          """
          Out there people ask about things you know. When somebody does, you get a message here with \
          the post and why it came to you. You decide: take it, pass it on, or leave it for later. \
          Nothing is published without your press.\
          """);

  private static final SlackWords NB =
      new SlackWords(
          "Det gikk ikke akkurat nå, og ingenting er endret. Prøv en gang til.",
          "Noen har allerede tatt seg av dette, så her er det ingenting å fylle ut.",
          "Dette tar lengre tid enn vanlig. Send det igjen om et øyeblikk; det teller én gang.",
          """
          Grenselos viser deg offentlige innlegg om det du kan, ett om gangen, og spør om du vil svare. \
          Bruk knappene på kortet, eller en emoji: :eyes: jeg tar den, :x: ikke min, :clock3: senere, \
          :white_check_mark: besvart. Fjern emojien for å angre.\
          """,
          """
          Der ute spør folk om ting du kan. Når noen gjør det, får du en melding her med innlegget og \
          hvorfor det kom til deg. Du bestemmer: ta den, send den videre, eller la den ligge til senere. \
          Ingenting publiseres uten at du trykker.\
          """);

  static SlackWords in(Locale locale) {
    return NORWEGIAN.contains(locale.getLanguage()) ? NB : EN;
  }
}
