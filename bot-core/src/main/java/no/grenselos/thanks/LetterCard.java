package no.grenselos.thanks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Press;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Expert;
import no.grenselos.store.Books;
import no.grenselos.store.Digests.Digest;
import no.grenselos.store.Thanks.Answered;
import no.grenselos.store.Thanks.Back;
import no.grenselos.store.Thanks.Kind;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Phrases;
import no.grenselos.work.Story;

/** Writes somebody's letter: what they did, what came of it, and what waits on their topics. */
final class LetterCard {
  private static final int ANSWERS_SHOWN = 5;

  private final Books books;
  private final Week week;
  private final Phrases phrases;
  private final CardDraft draft = new CardDraft();

  private LetterCard(Books books, Week week, Locale locale) {
    this.books = books;
    this.week = week;
    this.phrases = Phrases.of("thanks", locale);
  }

  static Card write(Books books, Expert expert, Digest digest, Locale locale) {
    return new LetterCard(books, Week.of(books, expert, digest), locale).card();
  }

  private Card card() {
    if (!week.answered().isEmpty()) did();
    cameOfIt();
    if (week.read() > 0) toRead();
    if (week.waiting() > 0) waits();
    draft.small(phrases.say("letter.only-you"));
    String headline = phrases.say(week.read() > 0 ? "letter.read" : "letter");
    return draft.card(headline, headline);
  }

  private void did() {
    draft.line(phrases.say("letter.answered", week.answered().size()));
    for (Answered answer :
        week.answered().subList(0, Math.min(ANSWERS_SHOWN, week.answered().size()))) {
      Week.post(books, answer.ticket()).forEach(post -> draft.small(Story.link(post.logged())));
    }
  }

  private void cameOfIt() {
    long thanks = BackLines.count(week.backs(), Kind.THANKS);
    long likes =
        BackLines.count(week.backs(), Kind.AUTHOR_LIKES)
            + BackLines.count(week.backs(), Kind.OTHERS_LIKE);
    if (thanks > 0) draft.line(phrases.say("letter.thanks", thanks));
    week.backs().stream()
        .filter(back -> back.kind() == Kind.THANKS)
        .map(Back::words)
        .flatMap(Stream::ofNullable)
        .flatMap(words -> books.mentions().find(words).stream())
        .filter(post -> !post.erased())
        .limit(1)
        .forEach(post -> draft.add(BackLines.quote(post)));
    if (likes > 0) draft.line(phrases.say("letter.likes", likes));
  }

  private void toRead() {
    draft.line(phrases.say("letter.came", week.read()));
    week.shown().forEach(post -> draft.add(Story.quote(post.logged(), phrases)));
    int more = week.read() - week.shown().size();
    if (more > 0) draft.small(phrases.say("letter.more", more));
  }

  /** With a choice to take each; nothing happens when nobody does. */
  private void waits() {
    draft.line(phrases.say("letter.waiting", week.waiting()));
    List<Week.Post> shown = week.shown();
    for (Week.Post post : shown) {
      draft.small(Story.link(post.logged()));
      ChatEvent.On on = new ChatEvent.On.About(new Subject.OfTicket(post.ticket().id()));
      String author = post.logged().mention().author().shownName();
      draft.choice(Press.CLAIM, phrases.say("letter.take", author), on);
    }
  }
}
