package no.grenselos.ruling;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.config.ConfigProblem;
import no.grenselos.forecast.Destination;
import no.grenselos.forecast.Report;
import no.grenselos.forecast.Report.Change;
import no.grenselos.forecast.Report.Example;
import no.grenselos.forecast.Report.Nudges;
import no.grenselos.forecast.Report.Person;
import no.grenselos.forecast.Report.Totals;
import no.grenselos.forecast.Retelling;
import no.grenselos.route.RuleBook;
import no.grenselos.work.Phrases;

/** What a change of the rules would come to, as a message that is read in a minute. */
final class ReportWords {
  private static final int CHANGES = 5;
  private static final int PEOPLE = 8;
  private static final int ADVICE = 3;
  private static final int EXAMPLE = 120;

  /** What a message may hold in every house. */
  private static final int LONGEST = 3_800;

  private final Report report;
  private final RuleBook today;
  private final RuleBook draft;
  private final Phrases phrases;
  private final Retelling retelling;
  private final List<String> lines = new ArrayList<>();

  ReportWords(Report report, RuleBook today, RuleBook draft, Phrases phrases) {
    this.report = report;
    this.today = today;
    this.draft = draft;
    this.phrases = phrases;
    this.retelling = new Retelling(report, phrases.locale());
  }

  String text() {
    lines.add(phrases.say("try.title", Trying.DAYS));
    retelling.summary().forEach(line -> lines.add("• " + line));
    if (report.posts() > 0) {
      waits();
      changes();
      losses("try.complaint", report.complaints().examples());
      losses("try.nobody", report.after().examples());
      people();
      advice();
      lines.add(retelling.notTried());
    }
    return cut(String.join("\n", lines), LONGEST);
  }

  /** Those who would have to wait for somebody's hours, or for their cap. */
  private void waits() {
    Totals after = report.after();
    Totals before = report.before();
    if (after.forHours() + before.forHours() > 0)
      lines.add("• " + phrases.say("try.hours", after.forHours(), before.forHours()));
    if (after.forCap() + before.forCap() > 0)
      lines.add("• " + phrases.say("try.cap", after.forCap(), before.forCap()));
  }

  private void changes() {
    List<Change> told = report.changes().stream().limit(CHANGES).toList();
    for (Change change : told) {
      lines.add(
          phrases.say(
              "try.change",
              change.posts(),
              where(change.from(), today),
              where(change.to(), draft)));
      change.examples().stream().limit(1).forEach(this::example);
    }
    int rest = report.changed() - told.stream().mapToInt(Change::posts).sum();
    if (rest > 0) lines.add(phrases.say("try.further", rest));
  }

  private String where(Destination to, RuleBook book) {
    return retelling.of(to, book);
  }

  private void losses(String phrase, List<Example> examples) {
    if (examples.isEmpty()) return;
    lines.add(phrases.say(phrase));
    examples.stream().limit(2).forEach(this::example);
  }

  private void example(Example example) {
    String text = example.text().replaceAll("\\s+", " ").strip();
    lines.add("   “" + cut(text, EXAMPLE) + "”");
  }

  private void people() {
    if (report.people().isEmpty()) return;
    lines.add(phrases.say("try.people"));
    report.people().stream().limit(PEOPLE).forEach(person -> lines.add(words(person)));
    int more = report.people().size() - PEOPLE;
    if (more > 0) lines.add(phrases.say("try.more-people", more));
  }

  private String words(Person person) {
    Nudges after = person.after();
    Nudges before = person.before();
    String line =
        phrases.say(
            "try.person",
            person.name(),
            after.all(),
            after.highest(),
            before.all(),
            before.highest());
    return after.capped() > 0 ? line + "; " + phrases.say("try.spared", after.capped()) : line;
  }

  private void advice() {
    report.advice().stream().limit(ADVICE).map(ConfigProblem::toString).forEach(lines::add);
  }

  /** Without half an emoji at its end. */
  private static String cut(String text, int longest) {
    if (text.length() <= longest) return text;
    int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return text.substring(0, end) + "…";
  }
}
