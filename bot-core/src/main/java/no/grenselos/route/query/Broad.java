package no.grenselos.route.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermQuery;

/** Finds queries that match nearly every post without saying so. */
final class Broad {
  private static final String EVERY_POST = "*:*";
  // each stands in at least every tenth Norwegian or English post of some length
  private static final Set<String> COMMON =
      Words.of(
              "og i er det som en et på til for av at med ikke har jeg du vi de den å så var om men"
                  + " kan fra ein ikkje eg dei the a an and of to in is it i you that this for on"
                  + " with be are was not have we they my at so but")
          .stream()
          .map(Word::plain)
          .collect(Collectors.toUnmodifiableSet());

  private Broad() {}

  /** A warning with advice; empty when the query is narrow enough, or is {@code *:*} on purpose. */
  static Optional<String> warning(Query query) {
    if (onPurpose(query)) return Optional.empty();
    return reason(query)
        .map(reason ->
            reason.equals(EVERY_POST)
                ? "matches every post, because *:* does; what stands beside it with OR decides"
                    + " nothing"
                : "matches nearly every post, because most have "
                    + reason
                    + "; name what the post"
                    + " must be about, or write *:* if every post is meant");
  }

  private static boolean onPurpose(Query query) {
    if (query instanceof MatchAllDocsQuery) return true;
    if (!(query instanceof BooleanQuery bool)) return false;
    List<BooleanClause> wanted =
        bool.clauses().stream().filter(clause -> !clause.isProhibited()).toList();
    return wanted.size() == 1 && onPurpose(wanted.getFirst().query());
  }

  /** What in it nearly every post has; empty when it has nothing of the kind. */
  private static Optional<String> reason(Query query) {
    return switch (query) {
      case MatchAllDocsQuery all -> Optional.of(EVERY_POST);
      case BoostQuery boost -> reason(boost.getQuery());
      case TermQuery term -> word(term);
      case RegexpQuery pattern -> beginning(pattern);
      case PointRangeQuery range -> everybody(range);
      case BooleanQuery bool -> reason(bool);
      default -> Optional.empty();
    };
  }

  private static Optional<String> word(TermQuery query) {
    boolean common =
        query.getTerm().field().equals(QueryField.TEXT.word())
            && COMMON.contains(query.getTerm().text());
    return common ? Optional.of("the word " + query.getTerm().text()) : Optional.empty();
  }

  private static Optional<String> beginning(RegexpQuery query) {
    String start = QueryParts.beginning(query);
    boolean prefix = query.getRegexp().text().equals(start + ".*");
    if (!prefix || !query.getField().equals(QueryField.TEXT.word())) return Optional.empty();
    return COMMON.stream()
        .filter(word -> word.startsWith(start))
        .sorted()
        .findFirst()
        .map(word -> "a word such as " + word);
  }

  private static Optional<String> everybody(PointRangeQuery query) {
    boolean all =
        IntPoint.decodeDimension(query.getLowerPoint(), 0) <= 0
            && IntPoint.decodeDimension(query.getUpperPoint(), 0) == Integer.MAX_VALUE;
    return all ? Optional.of("0 followers or more") : Optional.empty();
  }

  private static Optional<String> reason(BooleanQuery query) {
    List<Optional<String>> required =
        query.clauses().stream()
            .filter(BooleanClause::isRequired)
            .map(clause -> reason(clause.query()))
            .toList();
    if (!required.isEmpty()) {
      return required.stream().allMatch(Optional::isPresent)
          ? required.getFirst()
          : Optional.empty();
    }
    return query.clauses().stream()
        .filter(clause -> !clause.isProhibited())
        .flatMap(clause -> reason(clause.query()).stream())
        .findFirst();
  }
}
