package no.grenselos.weekly;

import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import no.grenselos.chart.Chart;
import no.grenselos.chart.ChartPainter;
import no.grenselos.chat.Png;
import no.grenselos.chat.Span;
import no.grenselos.insight.Counts;
import no.grenselos.insight.Cover;
import no.grenselos.insight.Figures;
import no.grenselos.insight.Naming;
import no.grenselos.insight.Pictures;
import no.grenselos.insight.Report;
import no.grenselos.insight.Worth;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Statistics.Replies;
import no.grenselos.store.Thanks;
import no.grenselos.ticket.Effect;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Phrases;

/** What a card says of a report, a sentence at a time; nothing about any one person. */
final class Sentences {
  private static final int TOPICS = 3;

  private final Report report;
  private final RuleBook book;
  private final Naming naming;
  private final Phrases phrases;
  private final CardDraft draft;

  Sentences(Report report, RuleBook book, Locale locale, CardDraft draft) {
    this.report = report;
    this.book = book;
    this.naming = Naming.of(book, locale);
    this.phrases = Phrases.of("weekly", locale);
    this.draft = draft;
  }

  Naming naming() {
    return naming;
  }

  Phrases phrases() {
    return phrases;
  }

  /**
   * @param before how many posts came in the time before
   * @param than begins the phrases that compare: empty for weeks
   */
  void came(long before, String than) {
    Counts counts = report.whole().counts();
    String came = phrases.say("came", counts.posts(), counts.worth(), counts.answered());
    long more = counts.posts() - before;
    draft.line(new Span.Strong(came));
    if (before > 0) draft.small(phrases.say(than + (more < 0 ? "fewer" : "more"), Math.abs(more)));
  }

  /** Light whatever people's chats look like: a house shows one picture to everybody. */
  void picture(ChartPainter charts) {
    Chart course = new Pictures(report, naming).course();
    charts
        .png(course, ChartPainter.Palette.LIGHT)
        .map(Png::of)
        .ifPresent(png -> draft.picture(png, course.described()));
  }

  void waited() {
    report
        .whole()
        .waiting()
        .ifPresent(waiting ->
            draft.line(
                phrases.say("waited", naming.time(waiting.median()), naming.time(waiting.slow()))));
    Counts counts = report.whole().counts();
    if (counts.promised() > 0)
      draft.line(phrases.say("promised", counts.kept(), counts.promised()));
  }

  void cameBack() {
    long thanks = report.whole().back(Thanks.Kind.THANKS);
    if (thanks > 0) draft.line(phrases.say("thanked", thanks));
  }

  void cameOfIt() {
    Figures whole = report.whole();
    String effects = effects(whole);
    if (effects.isEmpty()) return;
    draft.line(phrases.say("came-of-it", effects, whole.told(), whole.counts().answered()));
  }

  /** What is not known, or came to nothing, is in the number told but not named. */
  String effects(Figures figures) {
    return Arrays.stream(Effect.values())
        .filter(effect -> figures.effect(effect) > 0)
        .filter(effect -> phrases.has(key(effect)))
        .map(effect -> phrases.say(key(effect), figures.effect(effect)))
        .collect(Collectors.joining(", "));
  }

  private static String key(Effect effect) {
    return "effect." + effect.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  void people() {
    Replies replies = report.replies();
    if (replies.known() > 0) {
      draft.line(phrases.say("outside", replies.outside(), replies.known()));
    }
    if (replies.newcomers() > 0) draft.line(phrases.say("newcomers", replies.newcomers()));
  }

  void topics() {
    String most =
        report.topics().stream()
            .filter(row -> row.topic().isPresent() && row.figures().counts().posts() > 0)
            .limit(TOPICS)
            .map(row ->
                phrases.say(
                    "topic",
                    naming.topic(row.topic()),
                    row.figures().counts().posts(),
                    row.figures().counts().answered()))
            .collect(Collectors.joining(", "));
    if (!most.isEmpty()) draft.line(phrases.say("topics", most));
  }

  void thin() {
    List<Cover> thin = report.coverage().stream().filter(Cover::thin).limit(TOPICS).toList();
    if (thin.isEmpty()) return;
    String names =
        thin.stream()
            .map(cover ->
                phrases.say(
                    cover.willing() == 0 ? "nobody" : "one",
                    naming.topic(Optional.of(cover.topic()))))
            .collect(Collectors.joining(", "));
    draft.line(phrases.say("thin", names));
  }

  void money() {
    for (Worth worth : report.worths()) {
      String goal = naming.goal(Optional.of(worth.goal()));
      sum(worth).ifPresent(sum -> draft.small(phrases.say("money", goal, sum, currency()).strip()));
    }
  }

  /** In the company's currency; empty where nothing was answered, or a number is missing. */
  Optional<String> sum(Worth worth) {
    return worth.answers().all() == 0
        ? Optional.empty()
        : worth.sum().map(sum -> NumberFormat.getIntegerInstance(phrases.locale()).format(sum));
  }

  String currency() {
    return book.house().reporting().money().currency();
  }

  void days() {
    draft.small(
        phrases.say("days", naming.day(report.range().from()), naming.day(report.range().to())));
  }
}
