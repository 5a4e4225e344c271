package no.grenselos.forecast;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Hours;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.Network;
import no.grenselos.mention.ReplyWay;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Language;
import no.grenselos.reading.Reader;
import no.grenselos.reading.Reading;
import no.grenselos.reading.Severity;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.TopicScore;
import no.grenselos.route.Because;
import no.grenselos.route.Decision;
import no.grenselos.route.Lane;
import no.grenselos.route.Route;
import no.grenselos.route.Router;
import no.grenselos.route.RuleBook;
import no.grenselos.route.Silence;
import no.grenselos.store.MemoryStore;
import no.grenselos.work.Rules;

/** A small company and its stored posts, made by hand; the week begins on Monday 16 November. */
final class HandMade {
  static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  static final Instant MONDAY = at("2026-11-16T00:00");
  static final Instant NEXT_MONDAY = at("2026-11-23T00:00");

  final MemoryStore store = new MemoryStore();
  private int posts;

  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(OSLO).toInstant();
  }

  /** A post on that day of the week, 1 for Monday, at that time. */
  MentionId post(int day, String time, String text, Intent intent, String... topics) {
    Instant at = at("2026-11-" + (15 + day) + "T" + time);
    return keep(mention(text, at), reading(intent, topics), at);
  }

  MentionId keep(Mention mention, Reading reading, Instant at) {
    Decision decision = new Decision.Drop("then", new Because(List.of(), 1, List.of()));
    store.write(books -> books.mentions().add(mention, reading, decision, at));
    return mention.id();
  }

  Mention mention(String text, Instant at) {
    String id = Integer.toString(++posts);
    return new Mention(
        new MentionId(new Network("mastodon"), id),
        "",
        id,
        URI.create("https://social.example/" + id),
        new Author("kari", "Kari", null, 120),
        text,
        MentionKind.POST,
        "nb",
        null,
        null,
        new ReplyWay.Api(),
        at);
  }

  static Reading reading(Intent intent, String... topics) {
    List<TopicScore> scores =
        Arrays.stream(topics).map(id -> new TopicScore(new TopicId(id), 0.8, List.of())).toList();
    return new Reading(new Language("nb"), intent, 0.7, Severity.NORMAL, List.of(), scores, null);
  }

  Report week(RuleBook today, RuleBook draft) {
    return dryRun(today, draft).over(MONDAY, NEXT_MONDAY);
  }

  /** Two posts a page, so that pages matter. */
  DryRun dryRun(RuleBook today, RuleBook draft) {
    return new DryRun(store, rules(today), rules(draft), 2);
  }

  static Rules rules(RuleBook book) {
    return rules(
        book,
        mention -> {
          throw new AssertionError("read anew: " + mention);
        });
  }

  static Rules rules(RuleBook book, Reader reader) {
    Clock clock = Clock.fixed(NEXT_MONDAY, ZoneOffset.UTC);
    return new Rules(book, reader, Router.of(book, clock));
  }

  static Expert expert(String id, String topics, Cap cap) {
    return expert(id, topics, cap, Hours.usual(OSLO));
  }

  static Expert expert(String id, String topics, Cap cap, Hours hours) {
    Set<TopicId> own =
        Stream.of(topics.split(" ", -1))
            .filter(topic -> !topic.isEmpty())
            .map(TopicId::new)
            .collect(Collectors.toSet());
    Handle handle = new Handle("slack", "U" + id);
    return new Expert(
        new ExpertId(id), id, "", List.of(handle), own, Set.of(), hours, cap, Locale.ENGLISH);
  }

  static Route care(String name, String when) {
    return route(name, when, null, Lane.CARE, null, false);
  }

  static Route ask(String name, String topic) {
    return route(name, null, topic, Lane.EXPERT, null, false);
  }

  static Route drop(String name, String when) {
    return route(name, when, null, null, "not for us", false);
  }

  static Route route(String name, String when, String topic, Lane lane, String drop, boolean goOn) {
    return new Route(
        name,
        when,
        topic == null ? null : new TopicId(topic),
        lane,
        lane == Lane.CARE ? "#care" : null,
        null,
        null,
        null,
        drop,
        goOn,
        "config/routes.yml:" + name.length());
  }

  static Book book(Route... routes) {
    return new Book(List.of(routes), List.of(), List.of(topic("heat"), topic("solar")), List.of());
  }

  static Topic topic(String id) {
    return new Topic(
        new TopicId(id), Map.of("en", id), Map.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** A rule book in the making. */
  record Book(
      List<Route> routes, List<Silence> silences, List<Topic> topics, List<Expert> experts) {
    Book people(Expert... people) {
      return new Book(routes, silences, topics, List.of(people));
    }

    Book about(Topic... others) {
      return new Book(routes, silences, List.of(others), experts);
    }

    Book silence(String when, Instant until, boolean keep) {
      List<Silence> more = new ArrayList<>(silences);
      more.add(new Silence(when, until, "a quiet week", "ragnhild", keep));
      return new Book(routes, more, topics, experts);
    }

    RuleBook done() {
      RuleBook.House house =
          new RuleBook.House(
              "Lyngheia Kraft", Locale.ENGLISH, OSLO, List.of(), "#comms", Duration.ofMinutes(30));
      return new RuleBook(7, house, routes, silences, topics, experts, List.of());
    }
  }
}
