package no.grenselos.weekly;

import java.net.URI;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import no.grenselos.chart.ChartPainter;
import no.grenselos.chat.Card;
import no.grenselos.chat.InsightAction.Period;
import no.grenselos.chat.Span;
import no.grenselos.insight.Counts;
import no.grenselos.insight.Load;
import no.grenselos.insight.Report;
import no.grenselos.route.RuleBook;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Phrases;

/** A week or month for whoever asked: as the week in a channel, and by goal; with what it took. */
final class PeriodCard {
  private static final int PEOPLE = 5;

  private final Period period;
  private final Report report;
  private final CardDraft draft = new CardDraft();
  private final Sentences says;
  private final Phrases phrases;

  /**
   * @param report without people where the reader may not see them
   */
  PeriodCard(Period period, Report report, RuleBook book, Locale locale) {
    this.period = period;
    this.report = report;
    this.says = new Sentences(report, book, locale, draft);
    this.phrases = says.phrases();
  }

  /**
   * @param before how many posts came in the time before
   * @param whole where all numbers are
   */
  Card card(long before, ChartPainter charts, Optional<URI> whole) {
    says.came(before, period == Period.MONTH ? "month." : "");
    says.picture(charts);
    says.waited();
    says.cameBack();
    says.cameOfIt();
    report.goals().forEach(this::goal);
    interruptions();
    says.people();
    says.topics();
    says.thin();
    says.days();
    whole.ifPresent(page -> draft.go(phrases.say("button.whole"), page));
    String headline = headline();
    return draft.card(headline, headline);
  }

  private String headline() {
    return switch (period) {
      case WEEK ->
          phrases.say(
              "headline.week",
              says.naming().day(report.range().from()),
              says.naming().day(report.range().to()));
      case MONTH ->
          phrases.say("headline.month", says.naming().month(YearMonth.from(report.range().from())));
    };
  }

  private void goal(Report.OfGoal row) {
    Counts counts = row.figures().counts();
    List<String> parts = new ArrayList<>();
    parts.add(phrases.say("goal.posts", counts.posts(), counts.worth(), counts.answered()));
    row.figures()
        .waiting()
        .ifPresent(
            waiting -> parts.add(phrases.say("goal.waited", says.naming().time(waiting.median()))));
    if (counts.promised() > 0)
      parts.add(phrases.say("goal.promised", counts.kept(), counts.promised()));
    String effects = says.effects(row.figures());
    if (!effects.isEmpty()) parts.add(phrases.say("goal.came-of-it", effects));
    worth(row).ifPresent(sum -> parts.add(phrases.say("goal.money", sum, says.currency()).strip()));
    draft.line(
        new Span.Strong(says.naming().goal(row.goal())),
        new Span.Plain(": " + String.join(" · ", parts)));
  }

  private Optional<String> worth(Report.OfGoal row) {
    return report.worths().stream()
        .filter(worth -> row.goal().equals(Optional.of(worth.goal())))
        .findFirst()
        .flatMap(says::sum);
  }

  /** How often people were asked, and whom it was too much for. */
  private void interruptions() {
    String asked = phrases.say("asked", report.sent());
    draft.line(report.sent() == 0 ? asked : asked + " " + phrases.say("taken", report.taken()));
    if (report.loads().isEmpty()) return;
    List<Load> heavy =
        report.loads().stream().filter(load -> most(load) >= Load.Health.BAD_FROM).toList();
    String names =
        heavy.stream()
            .limit(PEOPLE)
            .map(load -> phrases.say("asked.heavy.one", load.name(), most(load)))
            .collect(Collectors.joining(", "));
    draft.line(
        heavy.isEmpty()
            ? phrases.say("asked.well", Load.Health.BAD_FROM)
            : phrases.say("asked.heavy", names, Math.max(0, heavy.size() - PEOPLE)));
  }

  private static long most(Load load) {
    return load.months().stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
