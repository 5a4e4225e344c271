package no.grenselos.route.match;

import no.grenselos.route.query.QueryField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.TermWeightor;

/**
 * How well a term picks its query out for a post: by its length, and words of the text far above
 * the fields, because most posts share a network, a language and an intent. Weights decide speed
 * only, never what matches.
 */
final class FieldWeights implements TermWeightor {
  private static final double FIELD = 0.01;
  private static final int LONGEST = 12;

  @Override
  public double applyAsDouble(Term term) {
    double byLength = Math.min(LONGEST, term.bytes().length);
    return QueryField.inText(term.field()) || term.field().equals(QueryField.AUTHOR.word())
        ? byLength
        : FIELD * byLength;
  }
}
