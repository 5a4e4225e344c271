package no.grenselos.flow;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import no.grenselos.calendar.DaysOff;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Level;
import no.grenselos.expert.Manner;
import no.grenselos.expert.Team;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Goal;
import no.grenselos.route.Lane;
import no.grenselos.route.Money;
import no.grenselos.route.Reporting;
import no.grenselos.route.Route;
import no.grenselos.route.RuleBook;

/**
 * The time line's company, grown to 100 topics and 60 experts, where everybody and everything has a
 * strange name and all speak one language.
 */
record StrangeCompany(Locale language, Supplier<String> names) {
  private static final int TOPICS = 100;
  private static final int EXPERTS = 60;

  RuleBook of(RuleBook plain) {
    RuleBook book = CareRules.whole().apply(plain);
    List<Topic> topics = new ArrayList<>();
    topics.add(topic(TimeLine.HEAT_PUMPS.id()));
    topics.add(topic(TimeLine.BILLS.id()));
    while (topics.size() < TOPICS) topics.add(topic("topic-" + topics.size()));
    Set<TopicId> all = new LinkedHashSet<>(topics.stream().map(Topic::id).toList());
    List<Expert> experts = new ArrayList<>();
    for (Expert expert : book.experts()) {
      boolean ana = expert.id().id().equals("ana");
      experts.add(expert(expert, ana ? all : expert.topics(), Set.of(), DayOfWeek.FRIDAY));
    }
    Expert first = book.experts().getFirst();
    experts.add(expert(named("mona", first), Set.of(), all, null));
    while (experts.size() < EXPERTS) {
      Set<TopicId> one = Set.of(TimeLine.HEAT_PUMPS);
      experts.add(expert(named("x" + experts.size(), first), one, Set.of(), null));
    }
    return new RuleBook(
        book.revision(),
        house(book.house()),
        routes(book),
        List.of(),
        topics,
        experts,
        book.teams().stream().map(this::team).toList());
  }

  /** Whatever else is asked for serves some goal. */
  private static List<Route> routes(RuleBook book) {
    List<Route> routes = new ArrayList<>(book.routes());
    for (Goal goal : Goal.values()) {
      String word = "text:" + word(goal);
      routes.add(
          new Route(
              word,
              word,
              null,
              Lane.CARE,
              "#kundeservice",
              goal,
              null,
              null,
              null,
              false,
              "routes.yml:9"));
    }
    return routes;
  }

  /** By which a post serves the goal. */
  static String word(Goal goal) {
    return "serves" + goal.name().toLowerCase(Locale.ROOT).replace("_", "");
  }

  private Topic topic(String id) {
    String name = names.get();
    return new Topic(
        new TopicId(id),
        Map.of("nb", name, "en", name),
        Map.of("nb", names.get(), "en", names.get()),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Expert named(String id, Expert like) {
    return new Expert(
        new ExpertId(id),
        like.name(),
        "",
        List.of(TimeLine.handle(id)),
        Set.of(),
        like.languages(),
        like.hours(),
        like.cap(),
        like.speaks());
  }

  private Expert expert(Expert e, Set<TopicId> topics, Set<TopicId> proposed, DayOfWeek digest) {
    return new Expert(
        e.id(),
        names.get(),
        names.get(),
        e.handles(),
        topics,
        e.languages(),
        e.hours(),
        new Cap(20, 80),
        language,
        new Manner(Level.POST, proposed, false, digest, Manner.USUAL.absence()));
  }

  private Team team(Team team) {
    return new Team(
        team.id(),
        names.get(),
        team.channel(),
        team.hours(),
        named(team.members()),
        named(team.leads()),
        team.escalateAfter(),
        Map.of("nb", names.get(), "en", names.get()),
        team.crm());
  }

  private SequencedMap<Handle, String> named(SequencedMap<Handle, String> people) {
    SequencedMap<Handle, String> named = new LinkedHashMap<>();
    people.keySet().forEach(who -> named.put(who, names.get()));
    return named;
  }

  private RuleBook.House house(RuleBook.House house) {
    return new RuleBook.House(
        names.get(),
        language,
        house.zone(),
        house.accounts(),
        house.fallbackChannel(),
        house.offerFor(),
        DaysOff.NONE,
        Map.of(TimeLine.handle("adm"), names.get()),
        new RuleBook.Storm(4, Duration.ofMinutes(15), Duration.ofDays(1)),
        new Reporting(Money.NONE, friday(house.fallbackChannel())));
  }

  private static Reporting.Weekly friday(String channel) {
    return new Reporting.Weekly(channel, DayOfWeek.FRIDAY, LocalTime.NOON);
  }
}
