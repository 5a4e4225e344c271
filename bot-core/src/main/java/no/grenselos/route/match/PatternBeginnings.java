package no.grenselos.route.match;

import java.io.IOException;
import no.grenselos.route.query.NearSpelling;
import no.grenselos.route.query.QueryField;
import no.grenselos.route.query.QueryParts;
import no.grenselos.route.query.QueryReader;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.CustomQueryHandler;
import org.apache.lucene.monitor.QueryTree;
import org.apache.lucene.monitor.TermWeightor;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.jspecify.annotations.Nullable;

/**
 * Lets the presearcher find patterns and near spellings by the letters they begin with, which
 * {@link QueryReader} demands. Lucene's own handler looks for any part of a word and so makes about
 * n²/2 terms of a word of n letters; this makes at most {@value #LONGEST}.
 */
final class PatternBeginnings implements CustomQueryHandler {
  private static final int LONGEST = 10;
  // no word of a text holds it
  private static final char MARK = '*';

  @Override
  public @Nullable QueryTree handleQuery(Query query, TermWeightor weightor) {
    return switch (query) {
      case RegexpQuery pattern ->
          beginning(pattern.getRegexp(), cut(QueryParts.beginning(pattern)), weightor);
      case NearSpelling near -> beginning(near.word(), near.beginning(), weightor);
      default -> null;
    };
  }

  private static String cut(String beginning) {
    return beginning.substring(0, Math.min(LONGEST, beginning.length()));
  }

  private static @Nullable QueryTree beginning(Term term, String start, TermWeightor weightor) {
    if (start.isEmpty()) return null;
    Term marked = new Term(term.field(), start + MARK);
    return QueryTree.term(marked, weightor);
  }

  @Override
  public TokenStream wrapTermStream(String field, TokenStream terms) {
    boolean patterns =
        field.equals(QueryField.TEXT.word()) || field.equals(QueryField.AUTHOR.word());
    return patterns ? new Beginnings(terms) : terms;
  }

  /** Each term, and before it its beginnings with the mark; terms must come sorted. */
  private static final class Beginnings extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private String before = "";
    private String word = "";
    private int next;
    private int last = -1;

    Beginnings(TokenStream terms) {
      super(terms);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (next > last && !another()) return false;
      clearAttributes();
      if (next == last) {
        term.append(word);
      } else {
        term.append(word, 0, next + 1).append(MARK);
      }
      next++;
      return true;
    }

    private boolean another() throws IOException {
      if (!input.incrementToken()) return false;
      before = word;
      word = term.toString();
      last = Math.min(LONGEST, word.length());
      next = 0;
      // the neighbour had the same beginnings
      while (next < last && next < before.length() && before.charAt(next) == word.charAt(next)) {
        next++;
      }
      return true;
    }
  }
}
