package no.grenselos.command;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Load;
import no.grenselos.expert.Ranking;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.Network;
import no.grenselos.mention.ReplyWay;
import no.grenselos.reading.Reading;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.TopicScore;
import no.grenselos.route.Decision;
import no.grenselos.route.Explanation;
import no.grenselos.work.Shut;
import no.grenselos.work.Visit;

/**
 * What the rules in force make of a text, as if it had been posted now. Nothing is remembered of
 * it.
 *
 * @param topic whose experts would be asked; empty when nobody's
 */
record Judged(Mention post, Reading reading, Explanation explanation, Optional<TopicId> topic) {
  private static final URI NOWHERE = URI.create("https://chat.invalid/");
  private static final Network CHAT = new Network("chat");

  static Judged of(Visit visit, String text) {
    Mention post = post(text, visit);
    Reading reading = visit.rules().reader().look(post);
    Explanation explanation = visit.rules().router().explain(post, reading);
    Optional<TopicId> topic = asked(explanation.decision());
    return new Judged(
        post,
        reading,
        explanation,
        topic.or(() -> reading.topics().stream().findFirst().map(TopicScore::topic)));
  }

  private static Optional<TopicId> asked(Decision decision) {
    return switch (decision) {
      case Decision.Ask ask -> Optional.of(ask.topic());
      case Decision.Both both -> Optional.of(both.topic());
      case Decision.Queue queue -> Optional.empty();
      case Decision.Hold hold -> Optional.empty();
      case Decision.Drop drop -> Optional.empty();
    };
  }

  private static Mention post(String text, Visit visit) {
    return new Mention(
        new MentionId(CHAT, "question"),
        "",
        "question",
        NOWHERE,
        new Author("", "", null, 0),
        text.substring(0, Math.min(text.length(), Mention.MAX_TEXT)),
        MentionKind.POST,
        "",
        null,
        null,
        new ReplyWay.ByHand(NOWHERE, "nobody posted it"),
        visit.now());
  }

  /** Who knows this, best first, and who is left out and why. Whoever looks is not among them. */
  Ranking ranking(Visit visit) {
    if (topic.isEmpty()) return new Ranking(List.of(), List.of());
    List<Expert> willing = willing(visit, topic.get());
    Map<ExpertId, Load> loads = new TreeMap<>((one, two) -> one.id().compareTo(two.id()));
    for (Expert expert : willing) {
      Load load = visit.books().offers().load(expert.id(), expert.hours().day(visit.now()));
      loads.put(expert.id(), load);
    }
    Ranking.Situation situation =
        new Ranking.Situation(topic.get(), reading.language(), loads, Map.of(), visit.now());
    return visit
        .rules()
        .knowledge()
        .of(post, topic.get(), visit.now())
        .map(standings -> Ranking.of(willing, situation, standings))
        .orElseGet(() -> Ranking.of(willing, situation));
  }

  private static List<Expert> willing(Visit visit, TopicId topic) {
    Set<Handle> gone = Shut.gone(visit.books());
    return visit.book().experts().stream()
        .filter(expert -> expert.topics().contains(topic))
        .filter(expert -> !expert.handles().contains(visit.who().handle()))
        .filter(expert -> !gone.contains(expert.handles().getFirst()))
        .filter(expert -> !visit.books().directory().muted(expert.id()).contains(topic))
        .toList();
  }
}
