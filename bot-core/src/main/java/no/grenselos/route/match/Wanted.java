package no.grenselos.route.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.grenselos.reading.Evidence;
import no.grenselos.route.query.QueryField;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/**
 * What a query asks of the fields other than the text, without what it forbids. Highlights tell
 * only that a field matched; this tells which of its values.
 */
record Wanted(Set<Term> values, List<PointRangeQuery> followers) {
  static Wanted by(Query query) {
    Set<Term> values = new HashSet<>();
    List<PointRangeQuery> followers = new ArrayList<>();
    query.visit(
        new QueryVisitor() {
          @Override
          public void consumeTerms(Query leaf, Term... terms) {
            values.addAll(List.of(terms));
          }

          @Override
          public void visitLeaf(Query leaf) {
            if (leaf instanceof PointRangeQuery range) followers.add(range);
          }
        });
    return new Wanted(values, followers);
  }

  /** The values of this post's fields that made it match. */
  List<Evidence> in(MentionDocument post, Set<String> matchedFields) {
    List<Evidence> evidence = new ArrayList<>();
    post.values()
        .forEach((field, held) -> {
          if (matchedFields.contains(field.word())) evidence.addAll(named(field, held));
        });
    int people = post.mention().author().followers();
    if (followers.stream().anyMatch(range -> holds(range, people))) {
      evidence.add(of(String.valueOf(people), QueryField.FOLLOWERS));
    }
    return evidence;
  }

  private List<Evidence> named(QueryField field, List<String> held) {
    List<String> named =
        held.stream().filter(value -> values.contains(new Term(field.word(), value))).toList();
    // a pattern names no value: what it matched is what the field holds
    return (named.isEmpty() ? held.subList(0, Math.min(1, held.size())) : named)
        .stream().map(value -> of(value, field)).toList();
  }

  private static boolean holds(PointRangeQuery range, int people) {
    return people >= IntPoint.decodeDimension(range.getLowerPoint(), 0)
        && people <= IntPoint.decodeDimension(range.getUpperPoint(), 0);
  }

  private static Evidence of(String value, QueryField field) {
    return new Evidence(-1, -1, value, field.word());
  }
}
