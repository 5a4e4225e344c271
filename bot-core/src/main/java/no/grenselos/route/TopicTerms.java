package no.grenselos.route;

import no.grenselos.route.query.QueryField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/** Looks through a query for a topic. */
final class TopicTerms extends QueryVisitor {
  private boolean found;

  private TopicTerms() {}

  /** Whether it asks for a topic, or for none. */
  static boolean in(Query query) {
    TopicTerms terms = new TopicTerms();
    query.visit(terms);
    return terms.found;
  }

  @Override
  public boolean acceptField(String field) {
    found |= field.equals(QueryField.TOPIC.word());
    return true;
  }

  @Override
  public void consumeTerms(Query query, Term... terms) {
    for (Term term : terms) found |= term.field().equals(QueryField.TOPIC.word());
  }

  @Override
  public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
    return this;
  }
}
