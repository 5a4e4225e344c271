package no.grenselos.app.web.console.entry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import no.grenselos.app.web.console.entry.Field.Choice;
import no.grenselos.app.web.console.entry.Field.Kind;
import no.grenselos.expert.Team;
import no.grenselos.revise.Section;
import no.grenselos.route.RuleBook;

/** What the form of each section asks for, in order. */
final class Shape {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private final RuleBook book;
  private final Locale locale;
  private final Set<String> houses;

  /**
   * @param houses chat houses that people can be met in, in the order in which they are asked for
   */
  Shape(RuleBook book, Locale locale, Set<String> houses) {
    this.book = book;
    this.locale = locale;
    this.houses = new LinkedHashSet<>(houses);
  }

  List<Field> of(Section section) {
    return switch (section) {
      case ROUTES -> route();
      case SILENCES -> silence();
      case EXPERTS -> expert();
      case TEAMS -> team();
      case TOPICS -> topic();
      case CASES -> List.of();
    };
  }

  private List<Field> route() {
    return List.of(
        Field.of("name", Kind.WORD),
        Field.of("when", Kind.TEXT),
        new Field("topic", Kind.CHOICE, topics()),
        choice("lane", "expert", "care", "both"),
        Field.of("drop", Kind.WORD),
        new Field("channel", Kind.CHOICE, channels()),
        choice("goal", "sell", "cut-costs", "satisfaction", "reputation"),
        Field.of("answer-within", Kind.WORD),
        Field.of("offer-for", Kind.WORD),
        Field.of("claim-for", Kind.WORD),
        Field.of("fact", Kind.WORD),
        Field.of("go-on", Kind.FLAG),
        Field.of("approval", Kind.FLAG));
  }

  private static List<Field> silence() {
    return List.of(
        Field.of("when", Kind.TEXT),
        Field.of("until", Kind.WORD),
        Field.of("why", Kind.WORD),
        Field.of("by", Kind.WORD),
        Field.of("keep", Kind.FLAG));
  }

  private List<Field> expert() {
    List<Field> fields =
        new ArrayList<>(List.of(Field.of("id", Kind.WORD), Field.of("name", Kind.WORD)));
    languages(fields, "title", Kind.WORD);
    fields.add(Field.of("email", Kind.WORD));
    houses.forEach(house -> fields.add(Field.of(house, Kind.WORD)));
    fields.add(new Field("invite", Kind.PICKS, topics()));
    fields.add(new Field("topics", Kind.PICKS, topics()));
    fields.add(choice("level", "watch", "advise", "draft", "post"));
    hours(fields);
    fields.add(Field.of("cap.day", Kind.WORD));
    fields.add(Field.of("cap.week", Kind.WORD));
    fields.add(Field.of("languages", Kind.LINES));
    fields.add(choice("speaks", "nb", "en"));
    return fields;
  }

  private static List<Field> team() {
    List<Field> fields =
        new ArrayList<>(
            List.of(
                Field.of("id", Kind.WORD),
                Field.of("name", Kind.WORD),
                Field.of("channel", Kind.WORD),
                Field.of("members", Kind.MEMBERS),
                Field.of("lead", Kind.MEMBERS)));
    hours(fields);
    fields.add(Field.of("escalate-after", Kind.WORD));
    languages(fields, "openings", Kind.WORD);
    return fields;
  }

  private static List<Field> topic() {
    List<Field> fields = new ArrayList<>(List.of(Field.of("id", Kind.WORD)));
    languages(fields, "name", Kind.WORD);
    languages(fields, "describe", Kind.TEXT);
    for (String list : List.of("keywords", "phrases", "examples", "not")) {
      fields.add(Field.of(list, Kind.LINES));
    }
    return fields;
  }

  private static void languages(List<Field> fields, String key, Kind kind) {
    fields.add(Field.of(key + ".nb", kind));
    fields.add(Field.of(key + ".en", kind));
  }

  private static void hours(List<Field> fields) {
    List<Choice> days = DAYS.stream().map(day -> new Choice(day, "")).toList();
    fields.add(new Field("hours.days", Kind.PICKS, days));
    fields.add(Field.of("hours.from", Kind.WORD));
    fields.add(Field.of("hours.to", Kind.WORD));
    fields.add(Field.of("hours.zone", Kind.WORD));
  }

  private static Field choice(String path, String... values) {
    return new Field(
        path, Kind.CHOICE, Stream.of(values).map(value -> new Choice(value, "")).toList());
  }

  private List<Choice> topics() {
    return book.topics().stream()
        .map(topic -> new Choice(topic.id().id(), topic.name(locale)))
        .toList();
  }

  private List<Choice> channels() {
    return book.teams().stream()
        .map(Team::channel)
        .distinct()
        .map(channel -> new Choice(channel, channel))
        .toList();
  }
}
