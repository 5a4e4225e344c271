package no.grenselos.weekly;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chart.ChartPainter;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.InsightAction;
import no.grenselos.chat.InsightAction.Period;
import no.grenselos.chat.Page;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Subject;
import no.grenselos.insight.Insights;
import no.grenselos.insight.Range;
import no.grenselos.insight.Report;
import no.grenselos.route.RuleBook;
import no.grenselos.work.Aids;
import no.grenselos.work.Deed;
import no.grenselos.work.Feature;
import no.grenselos.work.Phrases;
import no.grenselos.work.Said;
import no.grenselos.work.Showing;
import no.grenselos.work.Visit;

/**
 * Tells admins and leads how the last month or week went when they ask, in their own messages: what
 * the console's Insights show, in sentences. Each time they ask is a card of its own.
 */
public final class Numbers implements Feature.Acts, Feature.Answers, Feature.Shows {
  static final String KIND = "insights";

  /** What may follow the word; nothing means the month. */
  private static final Map<String, Period> WORDS =
      Map.ofEntries(
          Map.entry("", Period.MONTH),
          Map.entry("month", Period.MONTH),
          Map.entry("last month", Period.MONTH),
          Map.entry("måned", Period.MONTH),
          Map.entry("måneden", Period.MONTH),
          Map.entry("forrige måned", Period.MONTH),
          Map.entry("week", Period.WEEK),
          Map.entry("last week", Period.WEEK),
          Map.entry("uke", Period.WEEK),
          Map.entry("uka", Period.WEEK),
          Map.entry("forrige uke", Period.WEEK));

  private final ChartPainter charts;
  private final Optional<URI> whole;

  public Numbers(Aids aids) {
    this.charts = aids.charts();
    this.whole = aids.insights();
  }

  @Override
  public Set<String> verbs() {
    return Set.of("insights", "tall");
  }

  @Override
  public Said answer(Visit visit, String verb, String rest) {
    Phrases phrases = visit.phrases("weekly");
    if (!visit.book().runs(visit.who().handle()))
      return Said.only(Page.of(phrases.say("not-yours")));
    return Optional.ofNullable(WORDS.get(rest.strip().toLowerCase(Locale.ROOT)))
        .map(period ->
            Said.and(Page.of(phrases.say("begun")), new InsightAction.TellInsights(period)))
        .orElseGet(() -> Said.only(Page.of(phrases.say("how"))));
  }

  @Override
  public Class<? extends ChatAction> actions() {
    return InsightAction.class;
  }

  @Override
  public void act(Deed deed) {
    RuleBook book = deed.work().book();
    if (!book.runs(deed.event().who().handle())) {
      deed.whisper("weekly", "not-yours");
      return;
    }
    Period period =
        switch ((InsightAction) deed.event().action()) {
          case InsightAction.TellInsights(var wanted) -> wanted;
        };
    Told told = Told.at(period, deed);
    deed.work()
        .place(
            new Subject.Thing(KIND, told.toString()),
            new Place.Direct(deed.event().who().handle()));
    deed.note("insights.told", told.range().from() + " to " + told.range().to());
  }

  /**
   * What a card is about, as {@code month/2026-08-01/2026-08-31/1789459200000}.
   *
   * @param asked when, in milliseconds of Unix time, so that who asks again is told again
   */
  private record Told(Period period, Range range, long asked) {
    static Told at(Period period, Deed deed) {
      Range.Preset last = period == Period.WEEK ? Range.Preset.LAST_WEEK : Range.Preset.LAST_MONTH;
      ZoneId zone = deed.work().book().house().zone();
      Range range = Range.of(last, deed.work().now(), zone);
      return new Told(period, range, deed.event().at().toEpochMilli());
    }

    static Told parse(String text, ZoneId zone) {
      String[] parts = text.split("/", -1);
      Range range = new Range(LocalDate.parse(parts[1]), LocalDate.parse(parts[2]), zone);
      return new Told(
          Period.valueOf(parts[0].toUpperCase(Locale.ROOT)), range, Long.parseLong(parts[3]));
    }

    Range before() {
      return period == Period.WEEK
          ? range.before()
          : new Range(range.from().minusMonths(1), range.from().minusDays(1), range.zone());
    }

    @Override
    public String toString() {
      return String.join(
          "/",
          period.name().toLowerCase(Locale.ROOT),
          range.from().toString(),
          range.to().toString(),
          String.valueOf(asked));
    }
  }

  @Override
  public Set<String> things() {
    return Set.of(KIND);
  }

  @Override
  public Optional<Showing> show(Look look, Placement card) {
    RuleBook book = look.rules().book();
    return card.subject()
        .thing(KIND)
        .map(thing -> Told.parse(thing.id(), book.house().zone()))
        .map(told -> {
          Insights insights = new Insights(look.books(), book, look.now());
          Report report = insights.report(told.range());
          boolean runs = card.place() instanceof Place.Direct own && book.runs(own.to());
          PeriodCard draft =
              new PeriodCard(
                  told.period(), runs ? report : report.withoutPeople(), book, card.locale());
          long before = insights.posts(told.before());
          return Showing.of(
              draft.card(before, charts, whole.map(page -> page(page, told.range()))));
        });
  }

  private static URI page(URI insights, Range range) {
    return URI.create(insights + "?from=" + range.from() + "&to=" + range.to());
  }
}
