package no.grenselos.command;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import no.grenselos.route.Explanation;
import no.grenselos.work.Shortlist;
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
    Optional<TopicId> topic = explanation.decision().asked();
    return new Judged(
        post,
        reading,
        explanation,
        topic.or(() -> reading.topics().stream().findFirst().map(TopicScore::topic)));
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
    return topic
        .map(on -> Shortlist.of(visit).about(post, reading.language(), on, Map.of()))
        .orElseGet(() -> new Ranking(List.of(), List.of()));
  }
}
