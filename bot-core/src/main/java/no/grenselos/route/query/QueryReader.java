package no.grenselos.route.query;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Reads one query in Lucene's classic syntax, strictly: what would match too much, never, or at too
 * high a price is refused with advice. A word of the text matches its inflected forms in Norwegian
 * and English; words in quotes match as they stand, in that order. One reader for one query.
 */
public final class QueryReader extends QueryParser {
  private static final int MAX_WORDS = 200;
  private static final int MAX_PHRASE = 30;
  private static final int MAX_SLOP = 20;

  private final QuerySource source;
  private final FieldValues values;
  private final Patterns patterns;
  private int words;

  private QueryReader(QuerySource source, Set<TopicId> topics) {
    super(QueryField.TEXT.word(), new KeywordAnalyzer());
    // otherwise (sol vind) arrives as one word with a blank in it, and becomes a phrase
    setSplitOnWhitespace(true);
    this.source = source;
    this.values = new FieldValues(source, topics);
    this.patterns = new Patterns(source);
  }

  /**
   * Reads one query.
   *
   * @param topics that a query may name; empty means any
   */
  public static Read read(String text, Set<TopicId> topics) {
    return new QueryReader(new QuerySource(text), topics).read();
  }

  /**
   * What came of reading one.
   *
   * @param query of no use when there are problems
   * @param faults why it is refused and what to do, each with its place where there is one
   * @param warnings why it is hardly what was meant, though it can be used
   */
  public record Read(Query query, List<QueryFault> faults, List<String> warnings) {
    public Read {
      faults = List.copyOf(faults);
      warnings = List.copyOf(warnings);
    }

    /** The faults for people, each with its place where there is one. */
    public List<String> problems() {
      return faults.stream().map(QueryFault::said).toList();
    }
  }

  private Read read() {
    if (!source.mayBeRead()) return new Read(QuerySource.NOTHING, source.faults(), List.of());
    Query query = parsed();
    if (words > MAX_WORDS) {
      source.refuseOnly(
          "has " + words + " words; at most " + MAX_WORDS + ", so part it into routes");
    } else if (patterns.count() > Patterns.MOST) {
      source.refuseOnly(
          "has " + patterns.count() + " words with *, ? or ~; at most " + Patterns.MOST);
    } else if (source.faults().isEmpty() && QueryParts.onlyNegative(query)) {
      source.refuse("only says what must not be; add what must be, or *:* for every post");
    }
    return source.faults().isEmpty()
        ? new Read(query, List.of(), Broad.warning(query).stream().toList())
        : new Read(QuerySource.NOTHING, source.faults(), List.of());
  }

  private Query parsed() {
    try {
      return parse(source.text());
    } catch (ParseException e) {
      return source.unreadable(e);
    } catch (IllegalArgumentException e) {
      // Lucene checks some numbers only when it builds the query, as in word^1e99
      source.at(token);
      return source.refuse("^", "a number after ^ or ~ cannot be used");
    }
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
    count();
    return QueryField.of(field)
        .map(known ->
            switch (known) {
              case TEXT -> quoted ? phrase(text, slop) : word(text);
              case FOLLOWERS -> values.followers(text, text, true, true);
              case NETWORK, LANG, AUTHOR, KIND, INTENT, SEVERITY, TOPIC ->
                  values.value(known, text);
            })
        .orElseGet(() -> values.unknown(field));
  }

  /** One more word, which the parser has just read. */
  private void count() {
    words++;
    source.at(token);
  }

  private Query word(String text) {
    if (text.equals("and") || text.equals("or") || text.equals("not")) {
      String capitals = text.toUpperCase(Locale.ROOT);
      String advice = "write " + capitals + " in capitals, or \"" + text + "\" for the word";
      return source.refuse(text, advice);
    }
    List<Word> found = Words.of(text.toLowerCase(Locale.ROOT));
    return found.size() == 1 ? QueryParts.anyForm(found.getFirst()) : phrase(text, 0);
  }

  private Query phrase(String text, int slop) {
    List<Word> found = Words.of(text.toLowerCase(Locale.ROOT));
    if (found.isEmpty()) {
      return source.refuse(text, "\"" + text + "\" has no letters or digits to find");
    }
    words += found.size() - 1;
    if (found.size() > MAX_PHRASE) {
      return source.refuse(text, "a phrase has " + found.size() + " words; at most " + MAX_PHRASE);
    }
    if (slop < 0 || slop > MAX_SLOP) {
      return source.refuse("~", "at most " + MAX_SLOP + " words may stand between; else use AND");
    }
    return QueryParts.inOrder(found, slop);
  }

  @Override
  protected Query getRangeQuery(
      String field,
      @Nullable String from,
      @Nullable String to,
      boolean fromIncluded,
      boolean toIncluded) {
    count();
    if (!field.equals(QueryField.FOLLOWERS.word())) {
      return source.refuse(field + ":", "a range works with followers only");
    }
    return values.followers(
        from == null ? "*" : from, to == null ? "*" : to, fromIncluded, toIncluded);
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

  private Query pattern(String field, String pattern) {
    count();
    return QueryField.of(field)
        .map(known -> patterns.pattern(known, pattern))
        .orElseGet(() -> values.unknown(field));
  }

  @Override
  protected Query getRegexpQuery(String field, String pattern) {
    count();
    return source.refuse(
        "/" + pattern + "/", "regular expressions are not read; use words, or put a / in quotes");
  }

  @Override
  protected Query getFuzzyQuery(String field, String text, float similarity) {
    count();
    return patterns.near(field, text);
  }
}
