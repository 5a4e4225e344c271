package no.grenselos.insight;

import static no.grenselos.insight.Cell.number;
import static no.grenselos.insight.Cell.share;
import static no.grenselos.insight.Cell.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.grenselos.store.Statistics.Replies;
import no.grenselos.store.Thanks;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.work.Phrases;

/** A report as tables. */
public record Tables(Report report, Naming naming) {
  private static final List<String> FIGURES =
      List.of(
          "posts",
          "worth",
          "answered",
          "answered-share",
          "median",
          "slow",
          "promised",
          "kept",
          "thanks",
          "questions",
          "likes");

  /** The table of that key; empty for a key of none. */
  public Optional<Table> table(String key) {
    return Optional.ofNullable(all().get(key)).map(Supplier::get);
  }

  /** All keys, in the order of the page. */
  public List<String> keys() {
    return List.copyOf(all().keySet());
  }

  private Map<String, Supplier<Table>> all() {
    Map<String, Supplier<Table>> all = new LinkedHashMap<>();
    all.put("course", this::course);
    all.put("goals", this::goals);
    all.put("topics", this::topics);
    all.put("outcomes", () -> new OutcomeTable(report, naming).table());
    all.put("answers", this::answers);
    all.put("nudges", this::nudges);
    all.put("declined", this::declined);
    all.put("coverage", this::coverage);
    if (!report.loads().isEmpty()) all.put("loads", this::loads);
    all.put("money", () -> new MoneyTable(report.worths(), naming).table());
    return all;
  }

  private Phrases phrases() {
    return naming.phrases();
  }

  private Table table(String key, List<String> columns, List<List<Cell>> rows) {
    List<String> head = columns.stream().map(phrases()::say).toList();
    return new Table(key, phrases().say(key + ".title"), head, rows);
  }

  public Table course() {
    List<List<Cell>> rows = new ArrayList<>();
    List<Range.Slice> slices = report.range().slices();
    for (int i = 0; i < slices.size(); i++) {
      Counts counts = report.course().get(i);
      rows.add(
          List.of(
              words(naming.slice(report.range().grain(), slices.get(i).from())),
              words(slices.get(i).from().toString()),
              number(counts.posts()),
              number(counts.worth()),
              number(counts.answered())));
    }
    return table("course", List.of("time", "from", "posts", "worth", "answered"), rows);
  }

  public Table goals() {
    return figures(
        "goals",
        "goal",
        report.goals().stream().map(row -> line(naming.goal(row.goal()), row.figures())));
  }

  public Table topics() {
    return figures(
        "topics",
        "topic",
        report.topics().stream().map(row -> line(naming.topic(row.topic()), row.figures())));
  }

  private Table figures(String key, String of, Stream<List<Cell>> rows) {
    return table(
        key,
        Stream.concat(Stream.of(of), FIGURES.stream()).toList(),
        Stream.concat(rows, Stream.of(line(phrases().say("all"), report.whole()))).toList());
  }

  private static List<Cell> line(String name, Figures figures) {
    Counts counts = figures.counts();
    long likes = figures.back(Thanks.Kind.AUTHOR_LIKES) + figures.back(Thanks.Kind.OTHERS_LIKE);
    return List.of(
        words(name),
        number(counts.posts()),
        number(counts.worth()),
        number(counts.answered()),
        share(counts.answered(), counts.worth()),
        figures
            .waiting()
            .<Cell>map(one -> new Cell.Time(one.median()))
            .orElseGet(Cell.Nothing::new),
        figures.waiting().<Cell>map(one -> new Cell.Time(one.slow())).orElseGet(Cell.Nothing::new),
        number(counts.promised()),
        share(counts.kept(), counts.promised()),
        number(figures.back(Thanks.Kind.THANKS)),
        number(figures.back(Thanks.Kind.QUESTION)),
        number(likes));
  }

  public Table answers() {
    Replies replies = report.replies();
    return table(
        "answers",
        List.of("what", "number", "share"),
        List.of(
            fact("answers.given", replies.answers(), new Cell.Nothing()),
            fact("answers.outside", replies.outside(), share(replies.outside(), replies.known())),
            fact("answers.people", replies.people(), new Cell.Nothing()),
            fact(
                "answers.newcomers",
                replies.newcomers(),
                share(replies.newcomers(), replies.people())),
            fact(
                "answers.returned",
                replies.returned(),
                share(replies.returned(), replies.people())),
            fact("answers.early", replies.early(), share(replies.early(), replies.people()))));
  }

  private List<Cell> fact(String phrase, long number, Cell share) {
    return List.of(words(phrases().say(phrase)), number(number), share);
  }

  public Table nudges() {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(fact("nudges.sent", report.sent(), new Cell.Nothing()));
    Arrays.stream(OfferEnd.values())
        .filter(end -> end != OfferEnd.AWAY)
        .map(end ->
            fact(
                "nudges." + Naming.word(end),
                report.nudges().getOrDefault(end, 0L),
                share(report.nudges().getOrDefault(end, 0L), report.sent())))
        .forEach(rows::add);
    return table("nudges", List.of("what", "number", "share"), rows);
  }

  public Table declined() {
    return table(
        "declined",
        List.of("reason", "topic", "number"),
        report.declined().stream()
            .map(one ->
                List.of(
                    words(phrases().say("declined." + Naming.word(one.kind()))),
                    words(naming.topic(Optional.ofNullable(one.topic()))),
                    number(one.times())))
            .toList());
  }

  public Table coverage() {
    return table(
        "coverage",
        List.of("topic", "posts", "willing"),
        report.coverage().stream()
            .map(one ->
                List.of(
                    words(naming.topic(Optional.of(one.topic()))),
                    number(one.posts()),
                    number(one.willing())))
            .toList());
  }

  /** For those who run the product only. */
  public Table loads() {
    List<String> head = new ArrayList<>(List.of(phrases().say("person")));
    report.range().months().forEach(month -> head.add(naming.month(month)));
    head.add(phrases().say("health"));
    return new Table(
        "loads",
        phrases().say("loads.title"),
        head,
        report.loads().stream().map(this::load).toList());
  }

  private List<Cell> load(Load load) {
    List<Cell> row = new ArrayList<>(List.of(words(load.name())));
    load.months().forEach(times -> row.add(number(times)));
    row.add(words(phrases().say("health." + Naming.word(load.health()))));
    return row;
  }
}
