package no.grenselos.care;

import java.util.Optional;
import no.grenselos.chat.Card;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.expert.Expert;
import no.grenselos.store.Facts;
import no.grenselos.store.MentionLog;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Feature;
import no.grenselos.work.Phrases;
import no.grenselos.work.Story;

/** Writes the card by which an expert is asked for a fact, and what became of it. */
record FactWriter(Feature.Look look, Phrases phrases) {
  /** Empty when the fact, its post or the person is unknown. */
  Optional<Card> write(Facts.Fact fact, Placement placement) {
    if (!(placement.place() instanceof Place.Direct direct)) return Optional.empty();
    Optional<Expert> reader = look.rules().book().expert(direct.to());
    return look.books()
        .tickets()
        .find(fact.ticket())
        .flatMap(ticket -> look.books().mentions().find(ticket.mention()))
        .flatMap(post -> reader.map(expert -> card(fact, post, expert)));
  }

  private Card card(Facts.Fact fact, MentionLog.Logged post, Expert reader) {
    CardDraft draft = new CardDraft();
    String headline = headline(fact, reader, draft);
    draft.line(new Span.Strong(fact.question())).add(Story.quote(post, phrases));
    if (fact.answer() != null) draft.line(fact.answer().text());
    String topic =
        look.rules().book().topic(fact.topic()).map(t -> t.name(phrases.locale())).orElse("");
    if (!topic.isEmpty()) draft.small(phrases.say("fact.why", topic, fact.by().name()));
    return draft.card(headline, headline + " · " + fact.question());
  }

  private String headline(Facts.Fact fact, Expert reader, CardDraft draft) {
    if (fact.answer() != null) {
      boolean own = fact.answer().by().id().equals(reader.id().id());
      return own
          ? phrases.say("fact.thanks", fact.by().name())
          : phrases.say("fact.known", fact.answer().by().name());
    }
    if (fact.droppedAt() != null) return phrases.say("fact.not-needed");
    Facts.Asked asked =
        look.books().facts().asked(fact.number()).stream()
            .filter(a -> a.expert().equals(reader.id()))
            .findFirst()
            .orElse(null);
    boolean over = asked == null || asked.endedAt() != null;
    draft.act(Press.TELL_FACT, phrases.say("fact.button.tell"), !over);
    if (asked == null || over) return phrases.say("fact.passed");
    draft.act(Press.PASS_FACT, phrases.say("fact.button.pass"), false);
    draft.small(new Span.Plain(phrases.say("fact.until") + " "), new Span.Moment(asked.until()));
    return phrases.say("fact.headline", fact.by().name());
  }
}
