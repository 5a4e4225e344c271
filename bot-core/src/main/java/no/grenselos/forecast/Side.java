package no.grenselos.forecast;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Language;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Decision;
import no.grenselos.route.Posts;
import no.grenselos.route.Terms;
import org.jspecify.annotations.Nullable;

/** One of both rule books, as it treats post after post. Not thread safe. */
final class Side {
  private final Nudging nudging;
  private final Map<Destination.Kind, Integer> counts = new EnumMap<>(Destination.Kind.class);

  Side(Nudging nudging) {
    this.nudging = nudging;
  }

  /**
   * What became of one post.
   *
   * @param first where it goes when it comes
   * @param last where it goes in the end, after all silences that keep it
   */
  record Fate(Decision first, Decision last) {}

  Fate treat(Posts.ByRules rules, int number, Mention mention, Language language, Instant at) {
    Decision first = rules.decision(number, at);
    Instant now = at;
    Decision last = first;
    while (last instanceof Decision.Hold hold) {
      now = hold.until();
      last = rules.decision(number, now);
    }
    counts.merge(Destination.of(first).kind(), 1, Integer::sum);
    TopicId topic = nudged(last);
    if (topic != null && now.equals(at)) nudging.came(mention, language, topic, at);
    else if (topic != null) nudging.kept(mention, language, topic, at, now);
    return new Fate(first, last);
  }

  /**
   * Whose experts are sent a nudge; null when nobody's. Care asks for a fact only when it likes.
   */
  private static @Nullable TopicId nudged(Decision decision) {
    return switch (decision) {
      case Decision.Ask ask -> asked(ask.topic(), ask.terms());
      case Decision.Both both -> asked(both.topic(), both.terms());
      case Decision.Queue queue -> null;
      case Decision.Hold hold -> null;
      case Decision.Drop drop -> null;
    };
  }

  private static @Nullable TopicId asked(TopicId topic, Terms terms) {
    return terms.fact() == null ? topic : null;
  }

  /** Nothing more comes before that moment. */
  void end(Instant at) {
    nudging.goOn(at);
  }

  Nudging nudging() {
    return nudging;
  }

  Report.Totals totals() {
    return nudging.totals(
        count(Destination.Kind.CARE) + count(Destination.Kind.BOTH),
        count(Destination.Kind.HELD),
        count(Destination.Kind.DROPPED),
        count(Destination.Kind.SILENT));
  }

  private int count(Destination.Kind kind) {
    return counts.getOrDefault(kind, 0);
  }
}
