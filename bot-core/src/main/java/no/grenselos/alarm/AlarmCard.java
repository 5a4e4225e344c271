package no.grenselos.alarm;

import java.util.Locale;
import no.grenselos.chat.Card;
import no.grenselos.chat.Span;
import no.grenselos.store.Closures.Closure;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Phrases;

/** What is wrong with a feed, what that means and what to do; later, that it is over. */
final class AlarmCard {
  private AlarmCard() {}

  static Card write(Closure alarm, Locale locale) {
    Phrases phrases = Phrases.of("alarm", locale);
    String what = alarm.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    CardDraft draft = new CardDraft();
    if (alarm.until() != null) {
      draft.small(new Span.Moment(alarm.until()));
      String over = phrases.say(what + ".over", alarm.name());
      return draft.card(over, over);
    }
    draft.line(phrases.say(what + ".means", alarm.name(), alarm.why()));
    draft.line(phrases.say(what + ".do", alarm.name(), alarm.why()));
    draft.small(new Span.Moment(alarm.since()));
    String headline = phrases.say(what, alarm.name(), alarm.why());
    return draft.card(headline, headline);
  }
}
