package no.grenselos.route.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.Token;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/** A query as the admin wrote it, and what was found wrong with it. Not thread safe. */
final class QuerySource {
  /** Stands for a part that was refused. */
  static final Query NOTHING = new MatchNoDocsQuery("refused");

  private static final int MAX_LENGTH = 8_000;
  private static final int MAX_DEPTH = 30;
  private static final Pattern COLUMN = Pattern.compile("column (\\d+)");
  private static final String UNREADABLE =
      "cannot be read from here; is a bracket or a quote left open, an AND or OR without a"
          + " neighbour, or a sign (: / + - ! { } [ ] ^ ~) meant as a letter? Then put it in"
          + " quotes";

  private final String text;
  private final Set<QueryFault> faults = new LinkedHashSet<>();
  private int begin;
  private int end;

  QuerySource(String text) {
    // on one line every character's column is its place
    this.text = text.replace('\n', ' ').replace('\r', ' ');
    this.end = text.length();
  }

  String text() {
    return text;
  }

  List<QueryFault> faults() {
    return List.copyOf(faults);
  }

  /** Reading has come to the end of this token: what is refused now stands in it or before it. */
  void at(Token token) {
    begin = token.beginColumn;
    end = token.endColumn;
  }

  /** Notes a problem with the part last read that says so. */
  Query refuse(String near, String problem) {
    int at = text.lastIndexOf(near, end - near.length());
    // what was written with a \ is not found as it was read
    boolean found = at >= 0;
    faults.add(new QueryFault(found ? at : begin, found ? at + near.length() : end, problem));
    return NOTHING;
  }

  /** Notes a problem with the query as a whole. */
  Query refuse(String problem) {
    faults.add(QueryFault.whole(problem));
    return NOTHING;
  }

  /** Notes a problem beside which no other matters. */
  void refuseOnly(String problem) {
    faults.clear();
    refuse(problem);
  }

  /** Whether a parser may be let at it at all; notes why not. */
  boolean mayBeRead() {
    if (text.isBlank()) refuse("is empty");
    if (text.length() > MAX_LENGTH) refuse("is longer than " + MAX_LENGTH + " characters");
    if (depth() > MAX_DEPTH) refuse("has more than " + MAX_DEPTH + " brackets in each other");
    return faults.isEmpty();
  }

  private int depth() {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '(') deepest = Math.max(deepest, ++depth);
      if (text.charAt(i) == ')') depth--;
    }
    return deepest;
  }

  /** Notes from where on it cannot be read. */
  Query unreadable(ParseException e) {
    int from = stuck(e);
    faults.add(
        from < 0
            ? QueryFault.whole(UNREADABLE)
            : new QueryFault(from, Math.max(from, text.length()), UNREADABLE));
    return NOTHING;
  }

  private static int stuck(ParseException e) {
    // the outer text begins with the query, which may say anything
    if (e.getCause() instanceof ParseException inner && inner.currentToken != null) {
      return inner.currentToken.next.beginColumn;
    }
    String told = e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage());
    Matcher column = COLUMN.matcher(told);
    return column.find() ? Integer.parseInt(column.group(1)) : -1;
  }
}
