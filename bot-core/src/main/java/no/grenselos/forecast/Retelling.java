package no.grenselos.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.grenselos.forecast.Report.NotTried;
import no.grenselos.forecast.Report.Person;
import no.grenselos.reading.TopicId;
import no.grenselos.route.RuleBook;
import no.grenselos.work.Phrases;

/**
 * A report in a few sentences, in the reader's language. Values are plain text, foreign at times.
 */
public final class Retelling {
  private final Report report;
  private final Phrases phrases;

  public Retelling(Report report, Locale locale) {
    this.report = report;
    this.phrases = Phrases.of("forecast", locale);
  }

  /** The most important of it, one sentence each; two to seven. */
  public List<String> summary() {
    if (report.posts() == 0) return List.of(phrases.say("summary.none"));
    List<String> lines = new ArrayList<>();
    lines.add(
        report.changed() == 0
            ? phrases.say("summary.same", report.posts())
            : phrases.say("summary.changed", report.changed(), report.posts()));
    lines.add(phrases.say("summary.nudges", report.after().nudges(), report.before().nudges()));
    report.people().stream()
        .filter(person -> person.after().all() > 0)
        .max(Comparator.comparingInt((Person person) -> person.after().highest()))
        .ifPresent(person -> lines.add(most(person)));
    tell(lines, "summary.nobody", report.after().nobody(), report.before().nobody());
    tell(lines, "summary.complaints", report.complaints().lost());
    if (!report.anew().topics().isEmpty()) {
      lines.add(phrases.say("summary.anew", report.anew().read()));
    }
    tell(lines, "summary.left", report.anew().left());
    return lines;
  }

  private String most(Person person) {
    return phrases.say(
        "summary.most", person.name(), person.after().highest(), person.before().highest());
  }

  private void tell(List<String> lines, String key, int count, Object... others) {
    if (count == 0) return;
    List<Object> values = new ArrayList<>(List.of(count));
    values.addAll(Arrays.asList(others));
    lines.add(phrases.say(key, values.toArray()));
  }

  /** What the numbers leave out, in one sentence. */
  public String notTried() {
    String all =
        Arrays.stream(NotTried.values())
            .map(one -> phrases.say("not-tried." + word(one)))
            .collect(Collectors.joining("; "));
    return phrases.say("not-tried", all);
  }

  /**
   * Where a post goes, and by which routes.
   *
   * @param book that knows the topics' names
   */
  public String of(Destination to, RuleBook book) {
    String where =
        switch (to.kind()) {
          case ASK -> phrases.say("kind.ask", name(to, book));
          case CARE -> phrases.say("kind.care", to.channel());
          case BOTH -> phrases.say("kind.both", to.channel(), name(to, book));
          case HELD -> phrases.say("kind.held", to.reason());
          case DROPPED -> phrases.say("kind.dropped", to.reason());
          case SILENT -> phrases.say("kind.silent");
        };
    return to.routes().isEmpty() ? where : phrases.say("by", where, String.join(", ", to.routes()));
  }

  private String name(Destination to, RuleBook book) {
    TopicId topic = to.topic();
    return topic == null ? "" : book.nameOf(topic, phrases.locale());
  }

  private static String word(NotTried one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
