package no.grenselos.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.config.ConfigProblem;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Level;
import no.grenselos.expert.Team;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.route.RuleBook;

/** People who are never asked, topics that hardly anybody knows, teams of nobody. */
final class PeopleAdvice {
  private static final String FILE = "experts.yml";

  /** Longer than any holiday; a judgement. */
  private static final Duration NEVER = Duration.ofDays(60);

  private final RuleBook book;
  private final Instant now;
  private final Place place;
  private final List<ConfigProblem> advice = new ArrayList<>();

  private PeopleAdvice(RuleBook book, Instant now) {
    this.book = book;
    this.now = now;
    this.place = new Place(book.routes());
  }

  static List<ConfigProblem> on(RuleBook book, Instant now) {
    PeopleAdvice people = new PeopleAdvice(book, now);
    people.experts();
    people.topics();
    people.teams();
    return people.advice;
  }

  private void experts() {
    for (int i = 0; i < book.experts().size(); i++) {
      Expert expert = book.experts().get(i);
      String path = "experts[" + i + "]";
      String who = expert.id().id();
      if (expert.cap().none()) {
        note(FILE, path + ".cap", who + " is never asked: the cap is 0; level: watch says it");
      } else if (expert.hours().nextOpen(now).isAfter(now.plus(NEVER))) {
        String day = expert.hours().day(expert.hours().nextOpen(now)).toString();
        note(FILE, path + ".hours", who + " does not work before " + day + "; name other days");
      } else if (expert.topics().isEmpty() && expert.manner().proposed().isEmpty()) {
        note(FILE, path, who + " has no topic and is never asked; give them one, or invite them");
      }
    }
  }

  private void topics() {
    for (Topic topic : book.topics()) {
      List<Expert> able = able(topic.id());
      String file = "topics/" + topic.id().id() + ".yml";
      if (able.isEmpty()) {
        note(file, "", nobody(topic.id()));
      } else if (able.size() == 1) {
        String only = able.getFirst().id().id();
        note(
            file, "", only + " is the only one who knows it; name a second for when they are away");
      }
    }
  }

  private List<Expert> able(TopicId topic) {
    return book.experts().stream()
        .filter(expert -> expert.topics().contains(topic))
        .filter(expert -> expert.level() != Level.WATCH)
        .filter(expert -> !expert.cap().none())
        .toList();
  }

  private String nobody(TopicId topic) {
    String invited =
        book.experts().stream()
            .filter(expert -> expert.manner().proposed().contains(topic))
            .map(expert -> expert.id().id())
            .collect(Collectors.joining(", "));
    String instead = "posts about it go to the channel";
    return invited.isEmpty()
        ? "nobody can be asked about it: " + instead + "; give it to somebody in " + FILE
        : "nobody can be asked about it before " + invited + " says yes: until then " + instead;
  }

  private void teams() {
    Set<String> used =
        Stream.concat(
                Stream.of(book.house().fallbackChannel()),
                book.routes().stream().flatMap(route -> Stream.ofNullable(route.channel())))
            .collect(Collectors.toSet());
    for (int i = 0; i < book.teams().size(); i++) {
      Team team = book.teams().get(i);
      if (!team.members().isEmpty() || !team.leads().isEmpty()) continue;
      String posts = used.contains(team.channel()) ? ", and posts go there" : "";
      note(
          FILE,
          "teams[" + i + "].members",
          team.id() + " has no members" + posts + "; name those who may act in " + team.channel());
    }
  }

  private void note(String file, String path, String text) {
    advice.add(place.of(file, path, text));
  }
}
