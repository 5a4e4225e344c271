package no.grenselos.route.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.config.DidYouMean;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Reads one query in Lucene's classic syntax, strictly: what would match too much, never, or at too
 * high a price is refused with advice. A word of the text matches its inflected forms in Norwegian
 * and English; words in quotes match as they stand, in that order. One reader for one query.
 */
public final class QueryReader extends QueryParser {
  private static final int MAX_CLAUSES = 200;
  private static final int MAX_LENGTH = 8_000;
  private static final int MAX_DEPTH = 30;
  private static final Pattern COLUMN = Pattern.compile("column (\\d+)");
  // letters and digits need no escape in a regular expression, and the presearcher knows none
  private static final Pattern PATTERN = Pattern.compile("[\\p{L}\\p{N}_-]+[\\p{L}\\p{N}_*?-]*");
  private static final Query NOTHING = new MatchNoDocsQuery("refused");

  private final String source;
  private final Set<TopicId> topics;
  private final Set<String> problems = new LinkedHashSet<>();
  private int clauses;

  private QueryReader(String source, Set<TopicId> topics) {
    super(QueryField.TEXT.word(), new KeywordAnalyzer());
    // otherwise (sol vind) arrives as one word with a blank in it, and becomes a phrase
    setSplitOnWhitespace(true);
    this.source = source.replace('\n', ' ').replace('\r', ' ');
    this.topics = topics;
  }

  /**
   * Reads one query.
   *
   * @param topics that a query may name; empty means any
   */
  public static Read read(String source, Set<TopicId> topics) {
    return new QueryReader(source, topics).read();
  }

  /** The query read, or what is wrong with it; the query is of no use when there are problems. */
  public record Read(Query query, List<String> problems, List<String> warnings) {}

  private Read read() {
    Query query = parsed();
    if (clauses > MAX_CLAUSES) {
      problems.clear();
      refuse("", "has " + clauses + " words; at most " + MAX_CLAUSES + ", so part it into routes");
    } else if (problems.isEmpty() && QueryParts.onlyNegative(query)) {
      refuse("", "only says what must not be; add what must be, or *:* for every post");
    }
    return new Read(query, List.copyOf(problems), List.of());
  }

  private Query parsed() {
    if (source.isBlank()) refuse("", "is empty");
    if (source.length() > MAX_LENGTH) refuse("", "is longer than " + MAX_LENGTH + " characters");
    if (depth() > MAX_DEPTH) refuse("", "has more than " + MAX_DEPTH + " brackets in each other");
    if (!problems.isEmpty()) return NOTHING;
    try {
      return parse(source);
    } catch (ParseException e) {
      if (clauses <= MAX_CLAUSES) problems.add(syntax(e));
      return NOTHING;
    }
  }

  private int depth() {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < source.length(); i++) {
      if (source.charAt(i) == '(') deepest = Math.max(deepest, ++depth);
      if (source.charAt(i) == ')') depth--;
    }
    return deepest;
  }

  private static String syntax(ParseException e) {
    Matcher column = COLUMN.matcher(e.getMessage());
    String place =
        column.find() ? "character " + (Integer.parseInt(column.group(1)) + 1) + ": " : "";
    return place
        + "cannot be read from here; is a bracket or a quote left open, an AND or OR without a"
        + " neighbour, or a sign (: / + - ! { } [ ] ^ ~) meant as a letter? Then put it in quotes";
  }

  @Override
  protected Query getFieldQuery(String field, String text, boolean quoted) {
    return getFieldQuery(field, text, quoted, 0);
  }

  @Override
  protected Query getFieldQuery(String field, String text, int slop) {
    return getFieldQuery(field, text, true, slop);
  }

  private Query getFieldQuery(String field, String text, boolean quoted, int slop) {
    clauses++;
    return QueryField.of(field)
        .map(known ->
            switch (known) {
              case TEXT -> quoted ? phrase(text, slop) : word(text);
              case FOLLOWERS -> followers(text, text, true, true);
              case NETWORK, LANG, AUTHOR, KIND, INTENT, TOPIC -> value(known, text);
            })
        .orElseGet(() -> unknown(field));
  }

  private Query word(String text) {
    if (text.equals("and") || text.equals("or") || text.equals("not")) {
      String capitals = text.toUpperCase(Locale.ROOT);
      return refuse(text, "write " + capitals + " in capitals, or \"" + text + "\" for the word");
    }
    List<Word> words = Words.of(text.toLowerCase(Locale.ROOT));
    if (words.size() != 1) return phrase(text, 0);
    return QueryParts.anyForm(words.getFirst());
  }

  private Query phrase(String text, int slop) {
    List<Word> words = Words.of(text.toLowerCase(Locale.ROOT));
    if (words.isEmpty()) return refuse(text, "\"" + text + "\" has no letters or digits to find");
    clauses += words.size() - 1;
    return QueryParts.inOrder(words, Math.min(slop, 20));
  }

  private Query value(QueryField field, String text) {
    String value = field.indexed(text);
    List<String> known =
        field == QueryField.TOPIC ? topics.stream().map(TopicId::id).toList() : field.known();
    if (!known.isEmpty() && !known.contains(value)) {
      return refuse(text, "no " + field.word() + " \"" + value + "\"" + hint(known, value));
    }
    return QueryParts.term(field.word(), value);
  }

  private Query followers(String from, String to, boolean fromIncluded, boolean toIncluded) {
    try {
      long least = from.equals("*") ? 0 : Long.parseLong(from) + (fromIncluded ? 0 : 1);
      long most = to.equals("*") ? Integer.MAX_VALUE : Long.parseLong(to) - (toIncluded ? 0 : 1);
      return IntPoint.newRangeQuery(
          QueryField.FOLLOWERS.word(), Math.toIntExact(least), Math.toIntExact(most));
    } catch (ArithmeticException | IllegalArgumentException e) {
      return refuse("followers", "followers must be whole numbers, as followers:[1000 TO *]");
    }
  }

  @Override
  protected Query getRangeQuery(
      String field,
      @Nullable String from,
      @Nullable String to,
      boolean fromIncluded,
      boolean toIncluded) {
    clauses++;
    if (!field.equals(QueryField.FOLLOWERS.word())) {
      return refuse(field + ":", "a range works with followers only");
    }
    return followers(from == null ? "*" : from, to == null ? "*" : to, fromIncluded, toIncluded);
  }

  @Override
  protected Query getPrefixQuery(String field, String start) {
    return pattern(field, start + "*");
  }

  @Override
  protected Query getWildcardQuery(String field, String pattern) {
    return field.equals("*") && pattern.equals("*")
        ? new MatchAllDocsQuery()
        : pattern(field, pattern);
  }

  // prefixes become regular expressions because the presearcher knows only those; a PrefixQuery
  // would run on every post (measured: 7 times as many queries run)
  private Query pattern(String field, String pattern) {
    clauses++;
    QueryField known = QueryField.of(field).orElse(null);
    if (known == null) return unknown(field);
    if (known != QueryField.TEXT && known != QueryField.AUTHOR) {
      return refuse(pattern, "* and ? work in text and author only");
    }
    String lower = known.indexed(pattern);
    if (lower.startsWith("*") || lower.startsWith("?")) {
      return refuse(pattern, pattern + " starts with a wildcard; give its first letters");
    }
    if (!PATTERN.matcher(lower).matches()) {
      return refuse(pattern, pattern + " may hold letters, digits, * and ? only");
    }
    return QueryParts.pattern(known, lower);
  }

  @Override
  protected Query getRegexpQuery(String field, String pattern) {
    return refuse(
        "/" + pattern + "/", "regular expressions are not read; use words, or put a / in quotes");
  }

  @Override
  protected Query getFuzzyQuery(String field, String word, float similarity) {
    clauses++;
    if (!field.equals(QueryField.TEXT.word())) return refuse(word, "~ works in text only");
    List<Word> words = Words.of(word.toLowerCase(Locale.ROOT));
    if (words.size() != 1 || word.length() < 4) {
      return refuse(word + "~", "~ needs a word of 4 letters or more; write the spellings with OR");
    }
    Term term = new Term(QueryField.TEXT.word(), words.getFirst().plain());
    return new FuzzyQuery(term, word.length() < 8 ? 1 : 2, 1);
  }

  private Query unknown(String field) {
    return refuse(field + ":", "no field \"" + field + "\"" + hint(QueryField.words(), field));
  }

  private static String hint(List<String> known, String typed) {
    return DidYouMean.among(known, typed)
        .map(word -> "; did you mean \"" + word + "\"?")
        .orElse("; there are " + String.join(", ", known));
  }

  private Query refuse(String near, String text) {
    int at = near.isEmpty() ? -1 : source.indexOf(near);
    problems.add(at < 0 ? text : "character " + (at + 1) + ": " + text);
    return NOTHING;
  }
}
