package no.grenselos.route;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.grenselos.mention.Network;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Language;
import no.grenselos.reading.Reading;
import no.grenselos.reading.Severity;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.TopicScore;

/** Rule books and readings for tests. */
final class BookOfRules {
  static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final List<Route> routes = new ArrayList<>();
  private final List<Silence> silences = new ArrayList<>();

  BookOfRules route(Route route) {
    routes.add(route);
    return this;
  }

  BookOfRules silence(String when, Instant until) {
    silences.add(new Silence(when, until, "a quiet week", "ragnhild", false));
    return this;
  }

  BookOfRules keepingSilence(String when, Instant until) {
    silences.add(new Silence(when, until, "a busy hour", "ragnhild", true));
    return this;
  }

  Router router() {
    return Router.of(book(), CLOCK);
  }

  RuleBook book() {
    RuleBook.House house =
        new RuleBook.House(
            "Lyngheia Kraft",
            Locale.of("nb"),
            ZoneId.of("Europe/Oslo"),
            List.of(new Account(new Network("mastodon"), "lyngheia")),
            "#kommunikasjon",
            Duration.ofMinutes(30));
    return new RuleBook(
        7,
        house,
        routes,
        silences,
        List.of(topic("heat-pumps"), topic("solar")),
        List.of(),
        List.of());
  }

  static Route care(String name, String when) {
    return new Route(
        name, when, null, Lane.CARE, "#kundeservice", null, null, null, null, false, place());
  }

  static Route expert(String name, String when, String topic) {
    return new Route(
        name,
        when,
        topic == null ? null : new TopicId(topic),
        Lane.EXPERT,
        null,
        Goal.SELL,
        Duration.ofHours(2),
        null,
        null,
        false,
        place());
  }

  static Route drop(String name, String when) {
    return new Route(name, when, null, null, null, null, null, null, "not for us", false, place());
  }

  static Route in(Lane lane, Route route) {
    return new Route(
        route.name(),
        route.when(),
        route.topic(),
        lane,
        route.channel(),
        route.goal(),
        route.answerWithin(),
        route.offerFor(),
        null,
        route.goOn(),
        route.place());
  }

  static Route goOn(Route route) {
    return new Route(
        route.name(),
        route.when(),
        route.topic(),
        route.lane(),
        route.channel(),
        route.goal(),
        route.answerWithin(),
        route.offerFor(),
        route.drop(),
        true,
        route.place());
  }

  private static String place() {
    return "config/routes.yml:14";
  }

  static Reading reading(String language, Intent intent, String... topics) {
    List<TopicScore> scores =
        Arrays.stream(topics)
            .map(topic ->
                new TopicScore(
                    new TopicId(topic), 0.8, List.of(new Evidence(0, 5, "Varme", "keyword"))))
            .toList();
    return new Reading(
        new Language(language),
        intent,
        0.7,
        Severity.NORMAL,
        List.of(new Evidence(6, 9, "bad", "intent:" + intent.word())),
        scores,
        null);
  }

  private static Topic topic(String id) {
    return new Topic(
        new TopicId(id), Map.of("en", id), Map.of(), List.of(), List.of(), List.of(), List.of());
  }
}
