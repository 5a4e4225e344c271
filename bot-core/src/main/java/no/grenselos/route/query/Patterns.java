package no.grenselos.route.query;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;
import org.apache.lucene.search.Query;

/**
 * Reads words with * and ?, and near spellings; counts them, because each is compared with every
 * word of a post. Not thread safe.
 */
final class Patterns {
  static final int MOST = 50;
  private static final int MAX_SIGNS = 4;
  private static final int MAX_LENGTH = 40;
  // letters and digits need no escape in a regular expression, and the presearcher knows none
  private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}_-]+[\\p{L}\\p{N}_*?-]*");
  private static final Pattern SHORT = Pattern.compile("[\\p{L}\\p{N}_-][*?]");

  private final QuerySource source;
  private int count;

  Patterns(QuerySource source) {
    this.source = source;
  }

  int count() {
    return count;
  }

  // prefixes become regular expressions because the presearcher knows only those; a PrefixQuery
  // would run on every post (measured: 7 times as many queries run)
  Query pattern(QueryField field, String pattern) {
    count++;
    if (field != QueryField.TEXT && field != QueryField.AUTHOR) {
      return source.refuse(pattern, "* and ? work in text and author only");
    }
    String lower = field.indexed(pattern);
    if (lower.startsWith("*") || lower.startsWith("?")) {
      return source.refuse(pattern, pattern + " starts with a wildcard; give its first letters");
    }
    if (!ALLOWED.matcher(lower).matches()) {
      return source.refuse(pattern, pattern + " may hold letters, digits, * and ? only");
    }
    if (SHORT.matcher(lower).lookingAt()) {
      return source.refuse(pattern, pattern + " fits too many words; give its first two letters");
    }
    if (lower.length() > MAX_LENGTH || signs(lower) > MAX_SIGNS) {
      return source.refuse(
          pattern,
          "a word with * or ? has at most "
              + MAX_LENGTH
              + " characters and "
              + MAX_SIGNS
              + " of these signs");
    }
    return QueryParts.pattern(field, lower);
  }

  Query near(String field, String text) {
    count++;
    if (!field.equals(QueryField.TEXT.word())) {
      return source.refuse(text, "~ works in text only");
    }
    List<Word> words = Words.of(text.toLowerCase(Locale.ROOT));
    if (words.size() != 1 || text.length() < 4) {
      return source.refuse(
          text + "~", "~ needs a word of 4 letters or more; write the spellings with OR");
    }
    return new NearSpelling(words.getFirst().plain(), text.length() < 8 ? 1 : 2);
  }

  private static long signs(String pattern) {
    return pattern.chars().filter(letter -> letter == '*' || letter == '?').count();
  }
}
