package no.grenselos.command;

import java.time.Instant;
import java.util.Locale;
import no.grenselos.chat.Card;
import no.grenselos.chat.Span;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Closures.Closure;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Phrases;

/** Tells the admins of something out of order: what it means, what is safe, what to do. */
final class NoticeCard {
  private NoticeCard() {}

  static Card write(RuleBook book, Closure closure, Locale locale) {
    Phrases phrases = Phrases.of("command", locale);
    String what = "notice." + closure.kind().name().toLowerCase(Locale.ROOT);
    String name = closure.name().isEmpty() ? closure.id() : closure.name();
    Instant until = closure.until();
    CardDraft draft = new CardDraft();
    if (until != null) {
      draft.small(new Span.Moment(until));
      String headline = phrases.say(what + ".over", name);
      return draft.card(headline, headline);
    }
    String why = closure.why();
    String key = what + "." + why.toLowerCase(Locale.ROOT);
    String headline = phrases.has(key) ? phrases.say(key, name) : phrases.say(what, name, why);
    draft.line(phrases.say(what + ".safe", name, book.house().fallbackChannel(), why));
    String advice = phrases.has(key + ".do") ? key + ".do" : what + ".do";
    draft.line(phrases.say(advice, name, why));
    draft.small(new Span.Moment(closure.since()));
    return draft.card(headline, headline);
  }
}
