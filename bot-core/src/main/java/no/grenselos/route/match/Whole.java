package no.grenselos.route.match;

import java.util.Set;
import org.apache.lucene.monitor.QueryDecomposer;
import org.apache.lucene.search.Query;

/**
 * Stores a query as it is. The monitor would part an OR into one entry for each alternative; with
 * three forms of every word that makes ten times as many entries to store, search and run, and
 * {@link Candidates} finds the alternative that matches faster by looking it up.
 */
final class Whole extends QueryDecomposer {
  @Override
  public Set<Query> decompose(Query query) {
    return Set.of(query);
  }
}
