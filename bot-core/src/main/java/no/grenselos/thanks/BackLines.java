package no.grenselos.thanks;

import java.util.List;
import java.util.Optional;
import no.grenselos.chat.Part;
import no.grenselos.chat.Place;
import no.grenselos.chat.Span;
import no.grenselos.store.Books;
import no.grenselos.store.MentionLog;
import no.grenselos.store.Thanks.Answered;
import no.grenselos.store.Thanks.Back;
import no.grenselos.store.Thanks.Kind;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Feature;
import no.grenselos.work.Phrases;
import no.grenselos.work.Story;

/** What a card says about what came back: to whoever answered, and in the channels. */
final class BackLines {
  private BackLines() {}

  static void add(Feature.Look look, Story story, CardDraft card) {
    Optional<Answered> answer = look.books().thanks().of(story.ticket().id());
    if (answer.isEmpty()) return;
    boolean own =
        switch (story.card().place()) {
          case Place.Channel channel -> false;
          case Place.Direct direct ->
              look.rules().book().colleague(direct.to(), "").is(answer.get().by());
        };
    // what comes back is for whoever went there; other people's own cards stay as they are
    if (!own && story.card().place() instanceof Place.Direct) return;
    Phrases phrases = Phrases.of("thanks", story.card().locale());
    List<Back> backs = look.books().thanks().backs(story.ticket().id());
    said(look.books(), backs, Kind.THANKS, phrases.say(own ? "thanked.you" : "thanked"), card);
    likes(backs, phrases, card);
    if (story.ticket().state() instanceof TicketState.Answered)
      said(look.books(), backs, Kind.QUESTION, phrases.say("asked"), card);
  }

  /** The latest of the kind, in the author's own words as far as they are still there. */
  private static void said(Books books, List<Back> backs, Kind kind, String line, CardDraft card) {
    List<Back> all = backs.stream().filter(back -> back.kind() == kind).toList();
    if (all.isEmpty()) return;
    card.line(new Span.Strong(line));
    Optional.ofNullable(all.getLast().words())
        .flatMap(books.mentions()::find)
        .filter(post -> !post.erased())
        .map(BackLines::quote)
        .ifPresent(card::add);
  }

  static Part.Post quote(MentionLog.Logged post) {
    return new Part.Post(
        post.mention().author().shownName(), post.mention().link(), post.mention().text());
  }

  private static void likes(List<Back> backs, Phrases phrases, CardDraft card) {
    if (count(backs, Kind.AUTHOR_LIKES) > 0) card.small(phrases.say("author-likes"));
    long others = count(backs, Kind.OTHERS_LIKE);
    if (others > 0) card.small(phrases.say("others-like", others));
  }

  static long count(List<Back> backs, Kind kind) {
    return backs.stream().filter(back -> back.kind() == kind).count();
  }
}
