package no.grenselos.route.query;

import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermQuery;

/**
 * Whether one query can be shown to match only posts that another one matches too, by how they are
 * written. It says yes only where that is sure, and may miss what is so all the same.
 */
public final class Implication {
  private static final String ANY = ".*";

  private Implication() {}

  /** Whether every post that {@code narrow} matches is surely matched by {@code wide}. */
  public static boolean of(Query narrow, Query wide) {
    if (narrow.equals(wide) || wide instanceof MatchAllDocsQuery) return true;
    if (narrow instanceof BoostQuery boost) return of(boost.getQuery(), wide);
    if (wide instanceof BoostQuery boost) return of(narrow, boost.getQuery());
    // what is wide is parted first: a narrow AND may need several parts of it
    if (wide instanceof BooleanQuery all && required(all).findAny().isPresent()) {
      return required(all).allMatch(part -> of(narrow, part)) && without(narrow, all);
    }
    if (narrow instanceof BooleanQuery bool) return part(bool, wide);
    if (wide instanceof BooleanQuery any) return oneOf(narrow, any);
    return leaf(narrow, wide);
  }

  private static boolean part(BooleanQuery narrow, Query wide) {
    if (required(narrow).anyMatch(one -> of(one, wide))) return true;
    if (wide instanceof BooleanQuery any && oneOf(narrow, any)) return true;
    boolean choice = required(narrow).findAny().isEmpty();
    List<Query> wished = clauses(narrow, BooleanClause.Occur.SHOULD).toList();
    return choice && !wished.isEmpty() && wished.stream().allMatch(one -> of(one, wide));
  }

  private static boolean oneOf(Query narrow, BooleanQuery any) {
    return required(any).findAny().isEmpty()
        && clauses(any, BooleanClause.Occur.SHOULD).anyMatch(part -> of(narrow, part))
        && without(narrow, any);
  }

  /** Whether what {@code wide} forbids is forbidden by {@code narrow} too. */
  private static boolean without(Query narrow, BooleanQuery wide) {
    return clauses(wide, BooleanClause.Occur.MUST_NOT)
        .allMatch(forbidden ->
            narrow instanceof BooleanQuery bool
                && clauses(bool, BooleanClause.Occur.MUST_NOT).anyMatch(one -> of(forbidden, one)));
  }

  private static boolean leaf(Query narrow, Query wide) {
    return switch (narrow) {
      case PhraseQuery phrase when wide instanceof TermQuery term ->
          List.of(phrase.getTerms()).contains(term.getTerm());
      case PhraseQuery phrase ->
          Stream.of(phrase.getTerms()).anyMatch(term -> of(new TermQuery(term), wide));
      case TermQuery term when wide instanceof RegexpQuery pattern ->
          begins(pattern, term.getTerm().field(), term.getTerm().text());
      case RegexpQuery pattern when wide instanceof RegexpQuery wider ->
          begins(wider, pattern.getField(), QueryParts.beginning(pattern));
      case PointRangeQuery range when wide instanceof PointRangeQuery wider ->
          low(range) >= low(wider) && high(range) <= high(wider);
      default -> false;
    };
  }

  /** Whether the pattern is of letters and one * at their end, and these letters begin the text. */
  private static boolean begins(RegexpQuery pattern, String field, String text) {
    String start = QueryParts.beginning(pattern);
    return pattern.getField().equals(field)
        && pattern.getRegexp().text().equals(start + ANY)
        && text.startsWith(start);
  }

  private static int low(PointRangeQuery range) {
    return IntPoint.decodeDimension(range.getLowerPoint(), 0);
  }

  private static int high(PointRangeQuery range) {
    return IntPoint.decodeDimension(range.getUpperPoint(), 0);
  }

  private static Stream<Query> required(BooleanQuery query) {
    return query.clauses().stream().filter(BooleanClause::isRequired).map(BooleanClause::query);
  }

  private static Stream<Query> clauses(BooleanQuery query, BooleanClause.Occur occur) {
    return query.clauses().stream()
        .filter(clause -> clause.occur() == occur)
        .map(BooleanClause::query);
  }
}
