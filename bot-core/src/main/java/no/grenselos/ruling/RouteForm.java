package no.grenselos.ruling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.chat.Form;
import no.grenselos.chat.Form.Field;
import no.grenselos.chat.RuleAction;
import no.grenselos.expert.Team;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.revise.Section;
import no.grenselos.route.Goal;
import no.grenselos.route.query.QueryReader;
import no.grenselos.work.Question;

/** The dialog about one route. Its query is read while it is written. */
final class RouteForm {
  static final int QUERY = 1_500;

  private static final String DROP = "drop";
  private static final List<String> GOES = List.of("expert", "care", "both", DROP);

  private RouteForm() {}

  static Form of(Asked asked) {
    List<Field> fields = new ArrayList<>();
    fields.add(asked.line("name", 80));
    fields.add(asked.lines("when", QUERY).mayBeEmpty().told());
    advice(asked).ifPresent(words -> fields.add(new Field.Words(words)));
    fields.add(asked.oneOf("topic", topics(asked)));
    fields.add(goes(asked));
    fields.add(asked.optional(DROP, 200));
    fields.add(asked.oneOf("channel", channels(asked)));
    fields.add(asked.oneOf("goal", goals(asked)));
    fields.add(asked.optional("answer-within", 20));
    fields.add(asked.optional("offer-for", 20));
    fields.add(asked.optional("claim-for", 20));
    fields.add(asked.optional("fact", 300));
    fields.add(asked.yes("go-on", "approval"));
    fields.add(place(asked));
    fields.add(asked.because());
    return asked.form(fields);
  }

  /** What is wrong with the query as it stands, or hardly meant; empty when nothing is. */
  private static Optional<String> advice(Asked asked) {
    String when = asked.now("when");
    if (when.isBlank()) return Optional.empty();
    Set<TopicId> topics =
        asked.question().visit().book().topics().stream()
            .map(Topic::id)
            .collect(Collectors.toSet());
    QueryReader.Read read = QueryReader.read(when, topics);
    List<String> said = read.problems().isEmpty() ? read.warnings() : read.problems();
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(asked.phrases().say("form.rule.advice", String.join("\n", said)));
  }

  private static List<Field.Option> topics(Asked asked) {
    Locale locale = asked.phrases().locale();
    return asked.question().visit().book().topics().stream()
        .filter(topic -> topic.id().id().length() <= 75)
        .map(topic -> new Field.Option(topic.id().id(), topic.name(locale)))
        .toList();
  }

  private static List<Field.Option> channels(Asked asked) {
    return asked.question().visit().book().teams().stream()
        .map(Team::channel)
        .distinct()
        .filter(channel -> channel.length() <= 75)
        .map(channel -> new Field.Option(channel, channel))
        .toList();
  }

  private static List<Field.Option> goals(Asked asked) {
    return Stream.of(Goal.values())
        .map(goal -> goal.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .map(goal -> new Field.Option(goal, asked.phrases().say("goal." + goal)))
        .toList();
  }

  private static Field goes(Asked asked) {
    String lane = asked.said().text("lane");
    boolean drops = asked.said().entries().containsKey(DROP);
    List<Field.Option> options =
        GOES.stream()
            .map(one -> new Field.Option(one, asked.phrases().say("goes." + one)))
            .toList();
    String first = drops ? DROP : GOES.contains(lane) ? lane : "expert";
    String typed = asked.question().value("goes");
    String now = GOES.contains(typed) ? typed : first;
    return new Field.OneOf("goes", asked.label("goes"), options, now, false);
  }

  /** As people count, from 1. */
  private static Field place(Asked asked) {
    int last = asked.sheet().entries(Section.ROUTES).size();
    int now = asked.entry().isNew() ? last : asked.entry().place();
    String label = asked.phrases().say("field.place", asked.entry().isNew() ? last + 1 : last);
    return Field.Text.line("place", label, asked.hint("place"), 6)
        .with(asked.isFresh() ? String.valueOf(now + 1) : asked.question().value("place"))
        .mayBeEmpty();
  }

  /** What the sent form asks for. */
  static RuleAction.WriteRule read(Question question, Entry entry) {
    Map<String, String> keys = new HashMap<>();
    for (String key : Edits.ROUTE) {
      String value = question.value(key);
      if (!value.isEmpty() && !value.equals(Asked.NONE)) keys.put(key, value);
    }
    String goes = question.value("goes");
    keys.remove("lane");
    if (goes.equals(DROP)) {
      keys.putIfAbsent(DROP, "");
    } else {
      keys.remove(DROP);
      if (!goes.isEmpty()) keys.put("lane", goes);
    }
    List<String> more = List.of(question.value("more").split(","));
    for (String flag : List.of("go-on", "approval"))
      if (more.contains(flag)) keys.put(flag, "true");
    return new RuleAction.WriteRule(
        entry.toString(), keys, place(question, entry), question.value("because"));
  }

  /** Whether it wakes nobody and says no reason. */
  static boolean dropsWithoutWhy(Question question) {
    return question.value("goes").equals(DROP) && question.value(DROP).isEmpty();
  }

  /** Whether the place is none. */
  static boolean misplaced(Question question) {
    return !question.value("place").matches("|[1-9]\\d{0,5}");
  }

  private static int place(Question question, Entry entry) {
    String typed = question.value("place");
    return typed.isEmpty() || misplaced(question) ? entry.place() : Integer.parseInt(typed) - 1;
  }
}
