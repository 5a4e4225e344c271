package no.grenselos.app.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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

  /** What the file gave. */
  record Rules(List<Route> routes, List<Silence> silences) {}

  private final Targets targets;
  private final QueryCheck queries;
  private final Settings settings;
  private final String file;
  private final Problems problems;
  private final Once names = new Once();

  RoutesFile(Targets targets, QueryCheck queries, ConfigFiles files, Problems problems) {
    this.targets = targets;
    this.queries = queries;
    this.settings = Yaml.read(files, ConfigFiles.ROUTES, problems);
    this.file = files.shown(ConfigFiles.ROUTES);
    this.problems = problems.in(file);
  }

  Rules read() {
    List<Route> routes = new ArrayList<>();
    List<Silence> silences = new ArrayList<>();
    for (Settings entry : settings.parts("routes")) route(entry).ifPresent(routes::add);
    for (Settings entry : settings.parts("silences")) silence(entry).ifPresent(silences::add);
    if (settings.line() > 0 && settings.parts("routes").isEmpty()) {
      settings.problem("routes", "has no route: no post would wake anybody");
    }
    settings.finish();
    return new Rules(routes, silences);
  }

  private Optional<Route> route(Settings entry) {
    int before = problems.found().size();
    String name = entry.text("name");
    if (!name.isEmpty()) names.claim(name, entry, "name", file + ":" + entry.line());
    Optional<String> when = query(entry);
    Optional<String> topic =
        entry
            .optionalText("topic")
            .filter(t -> Words.among(targets.topics(), entry, "topic", t, "topics/ has"));
    Optional<Lane> lane = Words.choice(entry, "lane", Lane.class);
    Optional<String> channel = channel(entry);
    Optional<Goal> goal = Words.choice(entry, "goal", Goal.class);
    var answerWithin = entry.optionalDuration("answer-within");
    var offerFor = entry.optionalDuration("offer-for");
    Optional<String> drop = entry.optionalText("drop");
    boolean goOn = entry.flag("go-on", false);
    entry.finish();
    shape(entry);
    if (problems.found().size() > before) return Optional.empty();
    return Optional.of(
        new Route(
            name,
            when.orElse(null),
            topic.map(TopicId::new).orElse(null),
            lane.orElse(null),
            channel.orElse(null),
            goal.orElse(null),
            answerWithin.orElse(null),
            offerFor.orElse(null),
            drop.orElse(null),
            goOn,
            file + ":" + entry.line()));
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

  private Optional<String> query(Settings entry) {
    Optional<String> when = entry.optionalText("when");
    when.flatMap(queries::whatIsWrong).ifPresent(wrong -> entry.problem("when", wrong));
    return when;
  }

  private Optional<String> channel(Settings entry) {
    return entry
        .optionalText("channel")
        .flatMap(name -> MainFile.channel(entry, "channel", name))
        .filter(name ->
            targets.channels().isEmpty()
                || Words.among(targets.channels(), entry, "channel", name, "teams have"));
  }

  private Optional<Silence> silence(Settings entry) {
    String when = query(entry).orElseGet(() -> entry.text("when"));
    Optional<Instant> until =
        entry.parsed("until", this::moment, "must be a date such as \"2027-01-31\"");
    if (!entry.has("until")) entry.problem("until", "is missing; a silence has an end");
    String why = entry.text("why");
    String by = entry.text("by");
    entry.finish();
    return until.map(end -> new Silence(when, end, why, by));
  }

  private Instant moment(String text) {
    try {
      return LocalDate.parse(text).atStartOfDay(targets.zone()).toInstant();
    } catch (DateTimeException notADate) {
      return LocalDateTime.parse(text).atZone(targets.zone()).toInstant();
    }
  }
}
