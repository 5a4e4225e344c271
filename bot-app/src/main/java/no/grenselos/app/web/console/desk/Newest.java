package no.grenselos.app.web.console.desk;

import no.grenselos.route.RuleBook;
import no.grenselos.store.RuleBooks.Source;

/**
 * The rule book's newest revision; it may be in force only in a moment.
 *
 * @param source as it was written
 * @param book as it is understood
 */
public record Newest(Source source, RuleBook book) {
  public int revision() {
    return source.revision();
  }
}
