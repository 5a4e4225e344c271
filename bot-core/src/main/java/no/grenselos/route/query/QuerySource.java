package no.grenselos.route.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/** A query as the admin wrote it, and what was found wrong with it. Not thread safe. */
final class QuerySource {
  /** Stands for a part that was refused. */
  static final Query NOTHING = new MatchNoDocsQuery("refused");

  private static final int MAX_LENGTH = 8_000;
  private static final int MAX_DEPTH = 30;
  private static final Pattern COLUMN = Pattern.compile("column (\\d+)");

  private final String text;
  private final Set<String> problems = new LinkedHashSet<>();

  QuerySource(String text) {
    // on one line every character's column is its place
    this.text = text.replace('\n', ' ').replace('\r', ' ');
  }

  String text() {
    return text;
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Notes a problem, with the place of the part it is about. */
  Query refuse(String near, String problem) {
    int at = near.isEmpty() ? -1 : text.indexOf(near);
    problems.add(at < 0 ? problem : "character " + (at + 1) + ": " + problem);
    return NOTHING;
  }

  /** Notes a problem beside which no other matters. */
  void refuseOnly(String problem) {
    problems.clear();
    refuse("", problem);
  }

  /** Whether a parser may be let at it at all; notes why not. */
  boolean mayBeRead() {
    if (text.isBlank()) refuse("", "is empty");
    if (text.length() > MAX_LENGTH) refuse("", "is longer than " + MAX_LENGTH + " characters");
    if (depth() > MAX_DEPTH) refuse("", "has more than " + MAX_DEPTH + " brackets in each other");
    return problems.isEmpty();
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

  /** What could not be read, for people. */
  static String syntax(ParseException e) {
    Matcher column = COLUMN.matcher(String.valueOf(e.getMessage()));
    String place =
        column.find() ? "character " + (Integer.parseInt(column.group(1)) + 1) + ": " : "";
    return place
        + "cannot be read from here; is a bracket or a quote left open, an AND or OR without a"
        + " neighbour, or a sign (: / + - ! { } [ ] ^ ~) meant as a letter? Then put it in quotes";
  }
}
