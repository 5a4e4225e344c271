package no.grenselos.work;

import no.grenselos.expert.Knowledge;
import no.grenselos.reading.Reader;
import no.grenselos.route.Router;
import no.grenselos.route.RuleBook;

/**
 * One revision of the rules, ready to be used: the book, and the reader and router made from it.
 *
 * @param knowledge what was learned about who knows what, whatever the revision
 */
public record Rules(RuleBook book, Reader reader, Router router, Knowledge knowledge) {
  /** With nothing learned. */
  public Rules(RuleBook book, Reader reader, Router router) {
    this(book, reader, router, Knowledge.NONE);
  }

  /** The same with another book of the same revision. */
  Rules with(RuleBook other) {
    return new Rules(other, reader, router, knowledge);
  }
}
