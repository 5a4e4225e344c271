package no.grenselos.app.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Goal;
import no.grenselos.route.Lane;
import no.grenselos.route.Route;
import no.grenselos.route.Silence;

/** Reads {@code routes.yml}: routes in order, and silences. */
final class RoutesFile {
  /**
   * What routes may refer to.
   *
   * @param channels that a team looks after; empty when that could not be read
   * @param zone in which a silence's date ends
   */
  record Targets(Set<String> topics, Set<String> channels, ZoneId zone) {}

  /**
   * What the file gave. A rule with a mistake is among them where it can be, so that its query is
   * tried too.
   *
   * @param places where a query's problem is reported, by its place among routes and silences
   */
  record Rules(List<Route> routes, List<Silence> silences, Map<String, Settings> places) {}

  private static final int LONGEST_FACT = 300;

  private final Targets targets;
  private final Settings settings;
  private final String file;
  private final Problems problems;
  private final Once names = new Once();
  private final List<Route> routes = new ArrayList<>();
  private final List<Silence> silences = new ArrayList<>();
  private final Map<String, Settings> places = new HashMap<>();

  RoutesFile(Targets targets, ConfigFiles files, Problems problems) {
    this.targets = targets;
    this.settings = Yaml.read(files, ConfigFiles.ROUTES, problems);
    this.file = files.shown(ConfigFiles.ROUTES);
    this.problems = problems.in(file);
  }

  private RoutesFile(Targets targets, Settings settings, String file, Problems problems) {
    this.targets = targets;
    this.settings = settings;
    this.file = file;
    this.problems = problems;
  }

  /**
   * One route by itself, whatever the others are called.
   *
   * @param problems of its file
   */
  static Rules route(Targets targets, Settings entry, String file, Problems problems) {
    RoutesFile alone = new RoutesFile(targets, entry, file, problems);
    alone.route(entry);
    return new Rules(alone.routes, alone.silences, alone.places);
  }

  /** The same of one silence. */
  static Rules silence(Targets targets, Settings entry, String file, Problems problems) {
    RoutesFile alone = new RoutesFile(targets, entry, file, problems);
    alone.silence(entry);
    return new Rules(alone.routes, alone.silences, alone.places);
  }

  Rules read() {
    List<Settings> entries = settings.parts("routes");
    entries.forEach(this::route);
    settings.parts("silences").forEach(this::silence);
    if (entries.isEmpty()) {
      settings.problem("routes", "has no route: no post would wake anybody");
    }
    settings.finish();
    return new Rules(routes, silences, places);
  }

  private void route(Settings entry) {
    String name = entry.text("name");
    if (!name.isEmpty()) names.claim(name, entry, "name", file + ":" + entry.line());
    Optional<String> when = entry.optionalText("when");
    Optional<TopicId> topic = topic(entry);
    Optional<Lane> lane = Words.choice(entry, "lane", Lane.class);
    Optional<String> channel = channel(entry);
    Optional<Goal> goal = Words.choice(entry, "goal", Goal.class);
    Optional<Duration> answerWithin = entry.optionalDuration("answer-within");
    Optional<Duration> offerFor = entry.optionalDuration("offer-for");
    Optional<Duration> claimFor = claimFor(entry);
    Optional<String> fact = fact(entry, lane);
    Optional<String> drop = entry.optionalText("drop");
    boolean goOn = entry.flag("go-on", false);
    boolean approval = entry.flag("approval", false);
    entry.finish();
    shape(entry);
    if (when.isEmpty() && topic.isEmpty()) return;
    places.put("routes[" + routes.size() + "].when", entry);
    routes.add(
        new Route(
            name,
            when.orElse(null),
            topic.orElse(null),
            lane.orElse(null),
            channel.orElse(null),
            goal.orElse(null),
            answerWithin.orElse(null),
            offerFor.orElse(null),
            claimFor.orElse(null),
            fact.orElse(null),
            lane.isPresent() ? null : drop.orElse(""),
            goOn,
            file + ":" + entry.line(),
            approval));
  }

  private Optional<TopicId> topic(Settings entry) {
    return entry
        .optionalText("topic")
        .filter(typed -> Words.among(targets.topics(), entry, "topic", typed, "topics/ has"))
        .map(TopicId::new);
  }

  private static Optional<Duration> claimFor(Settings entry) {
    Optional<Duration> claimFor = entry.optionalDuration("claim-for");
    if (claimFor.map(Duration::isPositive).orElse(true)) return claimFor;
    entry.problem("claim-for", "must be longer than nothing, such as 2h; leave it out for ever");
    return Optional.empty();
  }

  /** Care must keep the post while somebody is asked for the fact. */
  private static Optional<String> fact(Settings entry, Optional<Lane> lane) {
    Optional<String> fact = entry.optionalText("fact");
    if (fact.isEmpty()) return fact;
    if (fact.get().length() > LONGEST_FACT) {
      entry.problem("fact", "must be a question of at most " + LONGEST_FACT + " characters");
    } else if (lane.filter(said -> said != Lane.EXPERT).isPresent()) {
      return fact;
    } else {
      entry.problem("fact", "needs lane: both (or care with go-on), so that care keeps the post");
    }
    return Optional.empty();
  }

  private void shape(Settings entry) {
    List<String> keys = entry.keys();
    if (!keys.contains("when") && !keys.contains("topic")) {
      problems.add(entry.line(), entry.path(), "needs when or topic, else it matches nothing");
    }
    if (keys.contains("lane") && keys.contains("drop")) {
      entry.problem("drop", "cannot stand beside lane: a dropped post goes nowhere");
    }
    if (!keys.contains("lane") && !keys.contains("drop")) {
      problems.add(entry.line(), entry.path(), "needs lane (expert, care or both) or drop");
    }
  }

  private Optional<String> channel(Settings entry) {
    return entry
        .optionalText("channel")
        .flatMap(name -> MainFile.channel(entry, "channel", name))
        .filter(name ->
            targets.channels().isEmpty()
                || Words.among(targets.channels(), entry, "channel", name, "teams have"));
  }

  private void silence(Settings entry) {
    String when = entry.text("when");
    Optional<Instant> until =
        entry.parsed("until", this::moment, "must be a date such as \"2027-01-31\"");
    if (!entry.keys().contains("until")) entry.problem("until", "is missing; a silence has an end");
    String why = entry.text("why");
    String by = entry.text("by");
    boolean keep = entry.flag("keep", false);
    entry.finish();
    if (when.isEmpty()) return;
    places.put("silences[" + silences.size() + "].when", entry);
    silences.add(new Silence(when, until.orElse(Instant.MAX), why, by, keep));
  }

  private Instant moment(String text) {
    try {
      return LocalDate.parse(text).atStartOfDay(targets.zone()).toInstant();
    } catch (DateTimeException notADate) {
      return LocalDateTime.parse(text).atZone(targets.zone()).toInstant();
    }
  }
}
