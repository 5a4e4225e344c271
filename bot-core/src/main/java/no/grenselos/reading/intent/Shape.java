package no.grenselos.reading.intent;

import java.util.List;
import java.util.regex.Pattern;
import no.grenselos.reading.Word;

/** The outward look of a post: marks, capitals, links, hashtags, whom it speaks to, its length. */
record Shape(String text, Clauses clauses) {
  private static final Pattern LINK = Pattern.compile("(?i)https?://\\S|\\bwww\\.|<url>");
  private static final Pattern MONEY =
      Pattern.compile("[$£€]\\s?\\d|\\d\\s?(?:kr\\b|kroner|,-|[$£€])");
  // hashtags and links at the end are not part of the sentence
  private static final Pattern ENDS_ASKING = Pattern.compile("\\?\\s*(?:(?:#|http)\\S+\\s*)*+$");
  private static final int SHORT = 5;
  private static final int LONG = 22;

  void addTo(List<Sign> signs) {
    marks(signs);
    boolean link = LINK.matcher(text).find();
    if (link) signs.add(nowhere("link"));
    long tags = count('#');
    if (tags >= 3) signs.add(nowhere("hashtags"));
    if (tags >= 6) signs.add(nowhere("many hashtags"));
    boolean addressed = text.startsWith("@") || text.startsWith("<user>");
    if (addressed) signs.add(nowhere("speaks to somebody"));
    else if (count('@') + clauses.placeholders() > 0) signs.add(nowhere("names somebody"));
    if (clauses.size() <= SHORT) signs.add(nowhere("short"));
    if (clauses.size() >= LONG) signs.add(nowhere("long"));
    if (MONEY.matcher(text).find()) signs.add(nowhere("money"));
    capitals(signs);
    numbers(signs);
  }

  private void marks(List<Sign> signs) {
    mark(signs, '?', "question mark");
    mark(signs, '!', "exclamation mark");
    mark(signs, '"', "quotation mark");
    if (text.contains("...") || text.contains("…")) signs.add(nowhere("dots"));
    if (text.contains("!!") || drawn()) signs.add(nowhere("loud"));
    if (ENDS_ASKING.matcher(text).find()) signs.add(nowhere("ends with a question"));
  }

  // "soooo", "???"
  private boolean drawn() {
    int run = 1;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      run = c == text.charAt(i - 1) ? run + 1 : 1;
      if ((run >= 4 && Character.isLetter(c)) || (run >= 3 && "?!".indexOf(c) >= 0)) return true;
    }
    return false;
  }

  private void mark(List<Sign> signs, char mark, String name) {
    int at = text.indexOf(mark);
    if (at >= 0 && !inLink(at)) signs.add(new Sign("shape:" + name, 1, at, at + 1));
  }

  // a link's own question mark asks nothing
  private boolean inLink(int at) {
    int start = at;
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) start--;
    return text.startsWith("http", start);
  }

  private void capitals(List<Sign> signs) {
    for (Word word : clauses.words()) {
      String as = text.substring(word.start(), word.end());
      if (as.length() >= 4 && as.chars().allMatch(Character::isUpperCase)) {
        signs.add(new Sign("shape:capitals", 1, word.start(), word.end()));
        return;
      }
    }
  }

  private void numbers(List<Sign> signs) {
    for (Word word : clauses.words()) {
      if (Character.isDigit(text.charAt(word.start()))) {
        signs.add(new Sign("shape:number", 1, word.start(), word.end()));
        return;
      }
    }
  }

  private long count(char mark) {
    return text.chars().filter(c -> c == mark).count();
  }

  private static Sign nowhere(String name) {
    return new Sign("shape:" + name, 1, -1, -1);
  }
}
