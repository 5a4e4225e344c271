package no.grenselos.route.query;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/**
 * By which queries that may imply each other are found among thousands: where {@link
 * Implication#of} says yes, the wider query has a mark that is sought for the narrower one.
 */
public final class Marks {
  /** Of a query that may be implied by any other. */
  public static final String ANY = "*";

  private Marks() {}

  /** Marks of everything that the query asks for. */
  public static Set<String> of(Query wide) {
    Set<String> marks = new HashSet<>();
    wide.visit(
        new QueryVisitor() {
          @Override
          public void consumeTerms(Query leaf, Term... terms) {
            for (Term term : terms) marks.add(mark(term));
          }

          @Override
          public void consumeTermsMatching(
              Query leaf, String field, Supplier<ByteRunAutomaton> automaton) {
            marks.add(pattern(leaf));
          }

          @Override
          public void visitLeaf(Query leaf) {
            marks.add(ANY);
          }
        });
    return marks;
  }

  /** Those of which a query that this one implies has one at least. */
  public static Set<String> soughtFor(Query narrow) {
    Set<String> marks = new HashSet<>(Set.of(ANY));
    seek(narrow, marks);
    return marks;
  }

  private static void seek(Query narrow, Set<String> marks) {
    switch (narrow) {
      case BoostQuery boost -> seek(boost.getQuery(), marks);
      case BooleanQuery bool -> seek(bool, marks);
      case TermQuery term -> seek(term.getTerm(), marks);
      case PhraseQuery phrase -> Stream.of(phrase.getTerms()).forEach(term -> seek(term, marks));
      case RegexpQuery pattern -> {
        marks.add(pattern(pattern));
        beginnings(pattern.getField(), QueryParts.beginning(pattern), marks);
      }
      default -> marks.add(pattern(narrow));
    }
  }

  /** Of alternatives each one is implied, so that the first will do. */
  private static void seek(BooleanQuery narrow, Set<String> marks) {
    List<Query> required =
        narrow.clauses().stream()
            .filter(BooleanClause::isRequired)
            .map(BooleanClause::query)
            .toList();
    required.forEach(part -> seek(part, marks));
    if (!required.isEmpty()) return;
    narrow.clauses().stream()
        .filter(clause -> !clause.isProhibited())
        .findFirst()
        .ifPresent(clause -> seek(clause.query(), marks));
  }

  private static void seek(Term term, Set<String> marks) {
    marks.add(mark(term));
    beginnings(term.field(), term.text(), marks);
  }

  /** A word is found by patterns of its first letters. */
  private static void beginnings(String field, String text, Set<String> marks) {
    for (int end = 1; end <= text.length(); end++) {
      marks.add(field + "/" + text.substring(0, end) + ".*");
    }
  }

  private static String mark(Term term) {
    return term.field() + ":" + term.text();
  }

  private static String pattern(Query leaf) {
    return switch (leaf) {
      case RegexpQuery pattern -> pattern.getField() + "/" + pattern.getRegexp().text();
      case NearSpelling near -> mark(near.word()) + "~";
      default -> leaf.toString();
    };
  }
}
