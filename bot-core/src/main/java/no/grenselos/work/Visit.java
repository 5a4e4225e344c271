package no.grenselos.work;

import java.time.Instant;
import java.util.Locale;
import no.grenselos.chat.ChatUser;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Expert;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Books;

/**
 * Somebody looks at something: the books as read at that moment, and who it is.
 *
 * @param written the rule book by itself, whatever its people said of themselves
 */
public record Visit(
    Books books, Rules rules, RuleBook written, ChatUser who, Instant now, Features features) {
  public RuleBook book() {
    return rules.book();
  }

  public Colleague colleague() {
    return book().colleague(who.handle(), who.name());
  }

  /** What the bot speaks with them. */
  public Locale locale() {
    return book().expert(who.handle()).map(Expert::speaks).orElse(book().house().language());
  }

  /** What a feature says to them. */
  public Phrases phrases(String feature) {
    return Phrases.of(feature, locale());
  }
}
