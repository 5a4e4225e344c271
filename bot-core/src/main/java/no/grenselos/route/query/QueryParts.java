package no.grenselos.route.query;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermQuery;

/** What queries over mentions are made of. */
public final class QueryParts {
  private static final Pattern LETTERS_OR_WILDCARD = Pattern.compile("[^*?]+|[*?]");

  private QueryParts() {}

  static Query term(String field, String text) {
    return new TermQuery(new Term(field, text));
  }

  /** The word as written, or any form of it in Norwegian or English. */
  static Query anyForm(Word word) {
    return new BooleanQuery.Builder()
        .add(term(QueryField.TEXT.word(), word.plain()), BooleanClause.Occur.SHOULD)
        .add(term(QueryField.NORWEGIAN, word.norwegian()), BooleanClause.Occur.SHOULD)
        .add(term(QueryField.ENGLISH, word.english()), BooleanClause.Occur.SHOULD)
        .build();
  }

  /** The words as written, in this order, with at most {@code slop} words between them. */
  static Query inOrder(List<Word> words, int slop) {
    if (words.size() == 1) return term(QueryField.TEXT.word(), words.getFirst().plain());
    PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(slop);
    for (Word word : words) phrase.add(new Term(QueryField.TEXT.word(), word.plain()));
    return phrase.build();
  }

  /** Letters with * for any letters and ? for one, as a regular expression. */
  static Query pattern(QueryField field, String pattern) {
    StringBuilder normal = new StringBuilder();
    Matcher part = LETTERS_OR_WILDCARD.matcher(pattern);
    while (part.find()) {
      List<Word> words = Words.of(part.group());
      normal.append(words.size() == 1 ? words.getFirst().plain() : part.group());
    }
    String regexp = normal.toString().replace("?", ".").replace("*", ".*");
    return new RegexpQuery(new Term(field.word(), regexp));
  }

  /** The letters that a pattern begins with. */
  public static String beginning(RegexpQuery pattern) {
    String text = pattern.getRegexp().text();
    int end = text.indexOf('.');
    return end < 0 ? text : text.substring(0, end);
  }

  /** Whether it, or a part of it, only says what must not be. */
  static boolean onlyNegative(Query query) {
    return switch (query) {
      case BoostQuery boost -> onlyNegative(boost.getQuery());
      case BooleanQuery bool ->
          bool.clauses().stream().allMatch(BooleanClause::isProhibited)
              || bool.clauses().stream().anyMatch(clause -> onlyNegative(clause.query()));
      default -> false;
    };
  }
}
