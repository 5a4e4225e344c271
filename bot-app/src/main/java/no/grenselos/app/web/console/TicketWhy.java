package no.grenselos.app.web.console;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import no.grenselos.route.RuleBook;
import no.grenselos.ruling.LookedWords;
import no.grenselos.ruling.StepWords;
import no.grenselos.ruling.TrailWords;
import no.grenselos.store.Considered;
import no.grenselos.trail.Trail;
import no.grenselos.work.Phrases;

/**
 * Why one post went where it went, in the words that chat has for it.
 *
 * @param outcome what it was taken for; empty for nothing
 * @param today what the rules in force would do; nothing where they are the ones that decided
 * @param way through the rules at the revision that decided; rules in a row alike are one line
 * @param notWalked why there is no way to show; empty where there is
 * @param rounds each time somebody was to be asked, oldest first
 */
public record TicketWhy(
    String outcome,
    List<String> today,
    List<StepWords.Line> way,
    String notWalked,
    List<Round> rounds) {

  /**
   * One time somebody was to be asked.
   *
   * @param asked who was, and why
   * @param others who were looked at as well, and why they were not
   * @param more how many more there were; empty for none
   */
  public record Round(
      Instant at, String topic, String asked, List<LookedWords.Line> others, String more) {}

  static TicketWhy of(Trail trail, RuleBook book, Locale locale) {
    TrailWords words = new TrailWords(trail, book, locale);
    LookedWords looked = new LookedWords(book, Phrases.of("ruling", locale));
    return new TicketWhy(
        words.outcome().orElse(""),
        words.today(),
        words.way(),
        words.notWalked().orElse(""),
        trail.rounds().stream().map(round -> of(round, book, looked, locale)).toList());
  }

  private static Round of(
      Considered.Round round, RuleBook book, LookedWords looked, Locale locale) {
    return new Round(
        round.at(),
        book.nameOf(round.topic(), locale),
        looked.asked(round),
        looked.others(round),
        looked.more(round).orElse(""));
  }
}
