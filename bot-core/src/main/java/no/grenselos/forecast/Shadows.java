package no.grenselos.forecast;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.config.ConfigProblem;
import no.grenselos.route.Lane;
import no.grenselos.route.Route;
import no.grenselos.route.RuleBook;
import no.grenselos.route.query.Implication;
import no.grenselos.route.query.Marks;
import no.grenselos.route.query.QueryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Routes that can never decide anything, because an earlier one surely takes all their posts. Of
 * thousands of routes only those that share a mark are compared.
 */
final class Shadows {
  private final List<Route> routes;
  private final List<Query> queries = new ArrayList<>();
  private final Map<String, BitSet> earlier = new HashMap<>();

  private Shadows(RuleBook book) {
    this.routes = book.routes();
    for (Route route : routes) queries.add(asked(route));
  }

  static List<ConfigProblem> in(RuleBook book) {
    return new Shadows(book).found();
  }

  private List<ConfigProblem> found() {
    List<ConfigProblem> found = new ArrayList<>();
    for (int i = 0; i < routes.size(); i++) {
      int number = i;
      taker(i).ifPresent(taker -> found.add(Place.of(routes.get(number), number, "", text(taker))));
      if (routes.get(i).goOn() && routes.get(i).drop() == null) continue;
      for (String mark : Marks.of(queries.get(i))) {
        earlier.computeIfAbsent(mark, one -> new BitSet()).set(i);
      }
    }
    return found;
  }

  private static String text(Route taker) {
    return "can never decide: every post it matches is taken by \"%s\" before; move it up, take it away, or give that one go-on: true"
        .formatted(taker.name());
  }

  /** The first route that surely takes all posts of this one. */
  private Optional<Route> taker(int number) {
    BitSet candidates = new BitSet();
    for (String mark : Marks.soughtFor(queries.get(number))) {
      BitSet same = earlier.get(mark);
      if (same != null) candidates.or(same);
    }
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      if (takes(i, number)) return Optional.of(routes.get(i));
    }
    return Optional.empty();
  }

  private boolean takes(int wide, int narrow) {
    Route taker = routes.get(wide);
    // a query that is refused is told of elsewhere
    if (queries.get(narrow) instanceof MatchNoDocsQuery) return false;
    // without any topic such a route lets a post pass
    boolean needsAny = taker.lane() == Lane.EXPERT && taker.topic() == null;
    if (needsAny && routes.get(narrow).topic() == null) return false;
    return Implication.of(queries.get(narrow), queries.get(wide));
  }

  /** What a post must be for the route to match: its query, and its topic. */
  private static Query asked(Route route) {
    Query when =
        route.when() == null
            ? new MatchAllDocsQuery()
            : QueryReader.read(route.when(), Set.of()).query();
    if (route.topic() == null) return when;
    Query about = new TermQuery(new Term("topic", route.topic().id()));
    if (route.when() == null) return about;
    return new BooleanQuery.Builder()
        .add(about, BooleanClause.Occur.MUST)
        .add(when, BooleanClause.Occur.MUST)
        .build();
  }
}
