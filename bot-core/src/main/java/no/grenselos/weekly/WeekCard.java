package no.grenselos.weekly;

import java.util.Locale;
import no.grenselos.chart.ChartPainter;
import no.grenselos.chat.Card;
import no.grenselos.insight.Report;
import no.grenselos.route.RuleBook;
import no.grenselos.work.CardDraft;

/** A week in a few sentences; nothing about any one person. */
final class WeekCard {
  private final long before;
  private final CardDraft draft = new CardDraft();
  private final Sentences says;

  /**
   * @param before how many posts came in the week before
   */
  WeekCard(Report last, long before, RuleBook book, Locale locale) {
    this.before = before;
    this.says = new Sentences(last, book, locale, draft);
  }

  Card card(ChartPainter charts) {
    says.came(before, "");
    says.picture(charts);
    says.waited();
    says.cameBack();
    says.cameOfIt();
    says.people();
    says.topics();
    says.thin();
    says.money();
    says.days();
    String headline = says.phrases().say("headline");
    return draft.card(headline, headline);
  }
}
