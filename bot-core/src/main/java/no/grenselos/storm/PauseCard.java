package no.grenselos.storm;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.chat.Card;
import no.grenselos.chat.Span;
import no.grenselos.reading.TopicId;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Books;
import no.grenselos.store.Pauses.Fate;
import no.grenselos.store.Pauses.Pause;
import no.grenselos.ticket.TicketId;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Feature;
import no.grenselos.work.Phrases;
import no.grenselos.work.Story;
import org.jspecify.annotations.Nullable;

/** Tells the channel where everything ends what became of the posts of a pause that is over. */
final class PauseCard {
  private static final int SHOWN = 5;

  private PauseCard() {}

  static Card write(Feature.Look look, Pause pause, Locale locale) {
    Phrases phrases = Phrases.of("storm", locale);
    Books books = look.books();
    CardDraft draft = new CardDraft();
    int held = books.pauses().count(pause.number(), null);
    int old = books.pauses().count(pause.number(), Fate.TOO_OLD);
    draft.line(
        phrases.say("pause.over.goes-on", books.pauses().count(pause.number(), Fate.GOES_ON)));
    if (old > 0) draft.line(phrases.say("pause.over.too-old", old));
    List<TicketId> shown = books.pauses().tickets(pause.number(), Fate.TOO_OLD, SHOWN);
    shown.stream()
        .flatMap(id -> books.tickets().find(id).stream())
        .flatMap(ticket -> books.mentions().find(ticket.mention()).stream())
        .forEach(post -> draft.add(Story.quote(post, phrases)));
    draft.small(
        new Span.Plain(phrases.say("pause.by", pause.draft().by().name()) + reason(pause)),
        new Span.Plain(" · "),
        new Span.Moment(pause.draft().from()));
    String headline =
        phrases.say("pause.over", name(pause.draft().topic(), look.rules().book(), phrases), held);
    return draft.card(headline, headline);
  }

  static String reason(Pause pause) {
    return pause.draft().reason().isEmpty() ? "" : ": " + pause.draft().reason();
  }

  /** What people call what is paused. */
  static String name(@Nullable TopicId topic, RuleBook book, Phrases phrases) {
    if (topic == null) return phrases.say("pause.all");
    return Optional.of(topic)
        .flatMap(book::topic)
        .map(found -> found.name(phrases.locale()))
        .orElse(topic.id());
  }
}
