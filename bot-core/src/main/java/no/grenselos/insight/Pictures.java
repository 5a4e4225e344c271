package no.grenselos.insight;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import no.grenselos.chart.Chart;
import no.grenselos.work.Phrases;

/** A report's charts. */
public record Pictures(Report report, Naming naming) {
  private static final int TOPICS = 8;

  /** All of them, by the key of the table that says the same. */
  public Map<String, Chart> all() {
    return Map.of("course", course(), "goals", goals(), "topics", topics());
  }

  /** Posts, those worth an answer, and those answered, along the range. */
  public Chart course() {
    Range.Grain grain = report.range().grain();
    List<String> labels =
        report.range().slices().stream().map(one -> naming.slice(grain, one.from())).toList();
    return chart(Chart.Kind.LINES, "course", labels, report.course());
  }

  /** The same by goal. */
  public Chart goals() {
    return chart(
        Chart.Kind.BARS,
        "goals",
        report.goals().stream().map(row -> naming.goal(row.goal())).toList(),
        report.goals().stream().map(row -> row.figures().counts()).toList());
  }

  /** What became of the posts on each of the topics with most. */
  public Chart topics() {
    List<Report.OfTopic> shown =
        report.topics().stream()
            .filter(row -> row.topic().isPresent() && row.figures().counts().posts() > 0)
            .limit(TOPICS)
            .toList();
    List<Counts> counts = shown.stream().map(row -> row.figures().counts()).toList();
    Phrases phrases = naming.phrases();
    return new Chart(
        Chart.Kind.STACKED,
        phrases.say("topics.chart"),
        phrases.say("unit"),
        shown.stream().map(row -> naming.topic(row.topic())).toList(),
        List.of(
            series(phrases.say("answered"), counts, Counts::answered),
            series(phrases.say("unanswered"), counts, one -> one.worth() - one.answered()),
            series(phrases.say("rest"), counts, one -> one.posts() - one.worth())),
        phrases.locale());
  }

  private Chart chart(Chart.Kind kind, String key, List<String> labels, List<Counts> counts) {
    Phrases phrases = naming.phrases();
    return new Chart(
        kind,
        phrases.say(key + ".chart"),
        phrases.say("unit"),
        labels,
        List.of(
            series(phrases.say("posts"), counts, Counts::posts),
            series(phrases.say("worth"), counts, Counts::worth),
            series(phrases.say("answered"), counts, Counts::answered)),
        phrases.locale());
  }

  private static Chart.Series series(
      String name, List<Counts> counts, ToLongFunction<Counts> number) {
    return new Chart.Series(
        name, counts.stream().map(one -> (double) number.applyAsLong(one)).toList());
  }
}
