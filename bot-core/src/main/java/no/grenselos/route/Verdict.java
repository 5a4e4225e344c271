package no.grenselos.route;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Reading;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.TopicScore;
import no.grenselos.route.query.QueryField;
import org.jspecify.annotations.Nullable;

/**
 * What the routes matched so far add up to: the first one's terms win, later ones fill what is
 * missing. Not thread safe.
 */
final class Verdict {
  private static final int MAX_EVIDENCE = 8;

  private final RuleBook book;
  private final Reading reading;
  private final List<String> routes = new ArrayList<>();
  private final Map<String, Evidence> evidence = new LinkedHashMap<>();
  private boolean care;
  private @Nullable TopicId topic;
  private @Nullable String channel;
  private @Nullable Goal goal;
  private @Nullable Duration answerWithin;
  private @Nullable Duration offerFor;
  private @Nullable Duration claimFor;
  private @Nullable String fact;

  Verdict(RuleBook book, Reading reading) {
    this.book = book;
    this.reading = reading;
  }

  /** Whether no route has decided anything yet. */
  boolean undecided() {
    return routes.isEmpty();
  }

  /** The topic whose expert a route asks: its own, else the post's best. */
  Optional<TopicId> topicFor(Route route) {
    return route.topic() != null
        ? Optional.of(route.topic())
        : reading.topics().stream().findFirst().map(TopicScore::topic);
  }

  void add(Route route, Lane lane, List<Evidence> found) {
    routes.add(route.name());
    if (lane != Lane.EXPERT) care = true;
    if (lane != Lane.CARE && topic == null) topic = topicFor(route).orElse(null);
    if (channel == null) channel = route.channel();
    if (goal == null) goal = route.goal();
    if (answerWithin == null) answerWithin = route.answerWithin();
    if (offerFor == null) offerFor = route.offerFor();
    if (claimFor == null) claimFor = route.claimFor();
    if (fact == null) fact = route.fact();
    learn(route, found);
    if (topic != null) reading.topic(topic).ifPresent(score -> learn(score.evidence()));
  }

  Decision drop(Route route, String reason, List<Evidence> found) {
    routes.add(route.name());
    learn(route, found);
    return new Decision.Drop(reason, because());
  }

  Decision decision() {
    if (topic != null) {
      return care
          ? new Decision.Both(topic, terms(), because())
          : new Decision.Ask(topic, terms(), because());
    }
    return care ? new Decision.Queue(terms(), because()) : Decision.Drop.nobodys(because());
  }

  private Terms terms() {
    return new Terms(
        channel != null ? channel : book.house().fallbackChannel(),
        goal,
        answerWithin,
        offerFor != null ? offerFor : book.house().offerFor(),
        claimFor,
        fact);
  }

  private Because because() {
    // what stands in the post says more than which field it came through
    List<Evidence> inText = evidence.values().stream().filter(e -> e.start() >= 0).toList();
    List<Evidence> strongest = new ArrayList<>(inText);
    evidence.values().stream().filter(e -> e.start() < 0).forEach(strongest::add);
    return new Because(
        routes, book.revision(), strongest.subList(0, Math.min(MAX_EVIDENCE, strongest.size())));
  }

  private void learn(Route route, List<Evidence> found) {
    learn(found);
    if (route.topic() != null) {
      reading.topic(route.topic()).ifPresent(score -> learn(score.evidence()));
    }
    for (Evidence field : found) {
      if (aboutIntent(field)) learn(reading.intentEvidence());
      if (!field.speaksFor().equals(QueryField.TOPIC.word())) continue;
      reading.topic(new TopicId(field.words())).ifPresent(score -> learn(score.evidence()));
    }
  }

  private static boolean aboutIntent(Evidence field) {
    return field.speaksFor().equals(QueryField.INTENT.word())
        || field.speaksFor().equals(QueryField.SEVERITY.word());
  }

  private void learn(List<Evidence> found) {
    for (Evidence one : found) {
      String place = one.start() >= 0 ? one.start() + "-" + one.end() : one.speaksFor();
      evidence.putIfAbsent(place + " " + one.words(), one);
    }
  }
}
