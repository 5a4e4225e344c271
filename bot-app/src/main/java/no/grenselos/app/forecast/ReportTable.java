package no.grenselos.app.forecast;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import no.grenselos.forecast.Destination;
import no.grenselos.forecast.Report;
import no.grenselos.forecast.Report.Change;
import no.grenselos.forecast.Report.Example;
import no.grenselos.forecast.Report.Nudges;
import no.grenselos.forecast.Report.Person;
import no.grenselos.forecast.Report.Totals;

/** A report in lines for people, in plain English. Foreign text is shown on one line, inert. */
public final class ReportTable {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
  private static final int CHANGES = 20;
  private static final int PEOPLE = 50;
  private static final int TEXT = 80;

  private final Report report;
  private final List<String> lines = new ArrayList<>();

  private ReportTable(Report report) {
    this.report = report;
  }

  public static List<String> of(Report report, ZoneId zone) {
    ReportTable table = new ReportTable(report);
    table.head(zone);
    table.changes();
    table.totals();
    table.complaints();
    table.people();
    table.rest();
    return table.lines;
  }

  private void head(ZoneId zone) {
    line(
        "The draft beside revision %d, on %d posts that came from %s to %s."
            .formatted(
                report.revision(),
                report.posts(),
                DAY.format(report.from().atZone(zone)),
                DAY.format(report.to().atZone(zone))));
    if (!report.anew().topics().isEmpty()) {
      line(
          "Topics that are others: %s. %d posts were read anew for them%s."
              .formatted(
                  String.join(
                      ", ",
                      report.anew().topics().stream().map(Object::toString).sorted().toList()),
                  report.anew().read(),
                  report.anew().left() == 0
                      ? ""
                      : ", %d more were not".formatted(report.anew().left())));
    }
  }

  private void changes() {
    line("");
    line("%d posts would go elsewhere.".formatted(report.changed()));
    List<Change> told = report.changes();
    for (Change change : told.subList(0, Math.min(CHANGES, told.size()))) {
      line("%7d  %s".formatted(change.posts(), words(change.from())));
      line("      -> %s".formatted(words(change.to())));
      for (Example example : change.examples()) line("         %s".formatted(words(example)));
    }
    int shown = told.stream().limit(CHANGES).mapToInt(Change::posts).sum();
    if (report.changed() > shown) line("%7d  in other ways".formatted(report.changed() - shown));
  }

  private void totals() {
    line("");
    line("%-44s%8s%8s".formatted("posts", "before", "after"));
    row("in customer service", Totals::care);
    row("held by a silence", Totals::held);
    row("dropped", Totals::dropped);
    row("nobody's", Totals::silent);
    row("an expert is asked", Totals::nudges);
    row("  had to wait: nobody at work", Totals::forHours);
    row("  had to wait: caps reached", Totals::forCap);
    row("  still wait at the end", Totals::waiting);
    row("nobody to ask: they go to the channel", Totals::nobody);
    for (Example example : report.after().examples()) line("         %s".formatted(words(example)));
  }

  private void row(String what, ToIntFunction<Totals> count) {
    int before = count.applyAsInt(report.before());
    int after = count.applyAsInt(report.after());
    if (before + after > 0) line("%-44s%8d%8d".formatted(what, before, after));
  }

  private void complaints() {
    Report.Complaints all = report.complaints();
    if (all.posts() == 0) return;
    line("");
    line(
        ("Of %d complaints %d would miss their team that reach it now, %d would reach it that"
                + " miss it now, %d miss it either way.")
            .formatted(all.posts(), all.lost(), all.gained(), all.never()));
    for (Example example : all.examples()) line("         %s".formatted(words(example)));
  }

  private void people() {
    if (report.people().isEmpty()) return;
    line("");
    line(
        "%-28s%16s%16s%16s"
            .formatted("nudges (most in a week)", "before", "after", "spared by cap"));
    for (Person person : report.people().stream().limit(PEOPLE).toList()) {
      line(
          "%-28s%16s%16s%16s"
              .formatted(
                  shown(person.name(), 26),
                  words(person.before()),
                  words(person.after()),
                  person.before().capped() + " -> " + person.after().capped()));
    }
    int more = report.people().size() - PEOPLE;
    if (more > 0) line("and %d more; --json has them all".formatted(more));
  }

  private void rest() {
    line("");
    report.advice().forEach(one -> line("note %s".formatted(one)));
    line(
        "Not tried: passes and offers that lapse; storms, pauses and replies in a conversation;"
            + " whom people were asked before the first day.");
  }

  private static String words(Nudges nudges) {
    return nudges.all() + " (" + nudges.highest() + ")";
  }

  private static String words(Example example) {
    return shown(example.post().toString(), 60) + "  \"" + shown(example.text(), TEXT) + "\"";
  }

  private static String words(Destination to) {
    String topic = to.topic() == null ? "" : " on " + to.topic();
    String what =
        switch (to.kind()) {
          case ASK -> "ask an expert" + topic;
          case CARE -> to.channel();
          case BOTH -> to.channel() + ", and ask an expert" + topic;
          case HELD -> "held: " + to.reason();
          case DROPPED -> "dropped: " + to.reason();
          case SILENT -> "nobody's";
        };
    return to.routes().isEmpty() ? what : what + "   by " + String.join(" + ", to.routes());
  }

  /** Without what could move the cursor or end the line. */
  private static String shown(String foreign, int most) {
    String plain = foreign.replaceAll("[\\p{C}\\p{Z}]+", " ").strip();
    return plain.codePointCount(0, plain.length()) <= most
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, most - 1)) + "…";
  }

  private void line(String text) {
    lines.add(text);
  }
}
