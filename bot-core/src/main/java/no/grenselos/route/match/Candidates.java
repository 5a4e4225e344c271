package no.grenselos.route.match;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.monitor.CandidateMatcher;
import org.apache.lucene.monitor.MatcherFactory;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;

/**
 * Runs the queries that the presearcher let through against one post, only as far as needed to know
 * whether they match: words and fields by look-up, AND and OR cut short, and Lucene's own scorers
 * for the rest. Not thread safe; for one post.
 */
final class Candidates extends CandidateMatcher<QueryMatch> {
  static final MatcherFactory<QueryMatch> FACTORY = Candidates::new;

  private static final String SURE = "sure";

  private final LeafReaderContext post;
  private final Map<String, TermsEnum> fields = new HashMap<>();

  private Candidates(IndexSearcher searcher) {
    super(searcher);
    searcher.setQueryCache(null);
    this.post = searcher.getIndexReader().leaves().getFirst();
  }

  @Override
  public void matchQuery(String id, Query query, Map<String, String> metadata) throws IOException {
    if (metadata.containsKey(SURE) || matches(query)) addMatch(new QueryMatch(id), 0);
  }

  @Override
  public QueryMatch resolve(QueryMatch first, QueryMatch second) {
    return first;
  }

  /** What is to be stored beside a query. */
  static Map<String, String> about(Query query) {
    return sure(query) ? Map.of(SURE, "") : Map.of();
  }

  // an OR of words has one of them in the post, or the presearcher would not have let it through
  private static boolean sure(Query query) {
    return switch (query) {
      case TermQuery term -> true;
      case BoostQuery boost -> sure(boost.getQuery());
      case BooleanQuery bool ->
          bool.clauses().stream()
              .allMatch(
                  clause -> clause.occur() == BooleanClause.Occur.SHOULD && sure(clause.query()));
      default -> false;
    };
  }

  private boolean matches(Query query) throws IOException {
    return switch (query) {
      case TermQuery term -> holds(term.getTerm());
      case BooleanQuery bool -> matches(bool);
      case BoostQuery boost -> matches(boost.getQuery());
      case MatchAllDocsQuery all -> true;
      default -> scored(query);
    };
  }

  private boolean matches(BooleanQuery query) throws IOException {
    List<BooleanClause> clauses = query.clauses();
    boolean required = false;
    for (int i = 0; i < clauses.size(); i++) {
      if (!clauses.get(i).isRequired()) continue;
      required = true;
      if (!matches(clauses.get(i).query())) return false;
    }
    // beside what is required, what is only wished for decides nothing
    return (required || any(clauses, BooleanClause.Occur.SHOULD))
        && !any(clauses, BooleanClause.Occur.MUST_NOT);
  }

  // by index: an iterator for each of thousands of small ORs was a fifth of the time
  private boolean any(List<BooleanClause> clauses, BooleanClause.Occur occur) throws IOException {
    for (int i = 0; i < clauses.size(); i++) {
      BooleanClause clause = clauses.get(i);
      if (clause.occur() == occur && matches(clause.query())) return true;
    }
    return false;
  }

  private boolean holds(Term term) throws IOException {
    TermsEnum terms = fields.get(term.field());
    if (terms == null) {
      Terms all = post.reader().terms(term.field());
      terms = all == null ? TermsEnum.EMPTY : all.iterator();
      fields.put(term.field(), terms);
    }
    return terms.seekExact(term.bytes());
  }

  private boolean scored(Query query) throws IOException {
    Weight weight =
        searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1f);
    Scorer scorer = weight.scorer(post);
    return scorer != null && scorer.iterator().nextDoc() != DocIdSetIterator.NO_MORE_DOCS;
  }
}
