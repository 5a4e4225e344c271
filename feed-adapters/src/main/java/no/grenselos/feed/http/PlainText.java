package no.grenselos.feed.http;

import java.util.regex.Pattern;
import no.grenselos.mention.Mention;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * HTML as the text a reader sees: paragraphs parted by an empty line, {@code <br>} and blocks on
 * lines of their own, list items with a dash, pictures by their description. Scripts and styles say
 * nothing.
 */
public final class PlainText {
  /** Begins where a run of spaces begins and nowhere inside: a long run is read once. */
  static final Pattern LINE_END = Pattern.compile("(?<![ \\t\\u00a0])[ \\t\\u00a0]++\\n");

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
  private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");
  private static final Pattern SPACE = Pattern.compile("[\\p{Cc}\\s]+");

  private final StringBuilder text = new StringBuilder();

  private PlainText() {}

  public static String ofHtml(String html) {
    return of(Jsoup.parseBodyFragment(html).body());
  }

  public static String of(Element root) {
    PlainText made = new PlainText();
    Element above = root.parent();
    boolean inside = above != null && above.closest("pre") != null;
    NodeTraversor.traverse(made.new Walk(inside ? 1 : 0), root);
    return tidy(made.text.toString());
  }

  /** Without control characters and stray spaces, and short enough for a mention. */
  public static String tidy(String text) {
    String clean = isTidy(text) ? text : cleaned(text);
    return cut(clean.strip(), Mention.MAX_TEXT);
  }

  /** One look at most posts saves four patterns, which take longer than all else about a text. */
  private static boolean isTidy(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '\n' ? isUntidyBefore(text, i) : Character.isISOControl(sign)) return false;
    }
    return true;
  }

  private static boolean isUntidyBefore(String text, int lineEnd) {
    if (lineEnd == 0) return false;
    char before = text.charAt(lineEnd - 1);
    boolean emptyLine = before == '\n' && lineEnd > 1 && text.charAt(lineEnd - 2) == '\n';
    return emptyLine || before == ' ' || before == '\u00a0';
  }

  private static String cleaned(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    String seen = UNSEEN.matcher(lines).replaceAll("");
    String ended = LINE_END.matcher(seen).replaceAll("\n");
    return EMPTY_LINES.matcher(ended).replaceAll("\n\n");
  }

  /** At most so many UTF-16 units, never half a character; a cut text ends in an ellipsis. */
  public static String cut(String text, int most) {
    if (text.length() <= most) return text;
    int end = most - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
    return text.substring(0, end) + "…";
  }

  /** One short line, for logs and lists. */
  public static String line(String text, int most) {
    return cut(SPACE.matcher(text).replaceAll(" ").strip(), most);
  }

  private final class Walk implements NodeVisitor {
    private int silent;

    /**
     * How many elements we are in that keep their spaces; asking upwards takes depth times long.
     */
    private int verbatim;

    Walk(int verbatim) {
      this.verbatim = verbatim;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        if (silent == 0) append(words);
      } else if (node instanceof Element element) {
        if (isSilent(element)) silent++;
        if (element.nameIs("pre")) verbatim++;
        open(element);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element element)) return;
      if (isSilent(element)) silent--;
      if (element.nameIs("pre")) verbatim--;
      if (element.normalName().equals("p")) paragraph();
      else if (isCell(element)) space();
      else if (element.isBlock() && depth > 0) line();
    }

    private void open(Element element) {
      switch (element.normalName()) {
        case "br" -> text.append('\n');
        case "p" -> paragraph();
        case "li" -> {
          line();
          text.append("- ");
        }
        case "td", "th" -> space();
        case "img" -> text.append(element.attr("alt").strip());
        default -> {
          if (element.isBlock()) line();
        }
      }
    }

    private void append(TextNode words) {
      boolean asItIs = verbatim > 0;
      String said = asItIs ? words.getWholeText() : words.text();
      boolean afterSpace = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
      text.append(afterSpace && !asItIs ? said.stripLeading() : said);
    }

    private static boolean isSilent(Element element) {
      return switch (element.normalName()) {
        case "script", "style", "template", "head" -> true;
        default -> false;
      };
    }

    private static boolean isCell(Element element) {
      return element.normalName().equals("td") || element.normalName().equals("th");
    }

    private void space() {
      if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
        text.append(' ');
      }
    }

    private void line() {
      if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') text.append('\n');
    }

    private void paragraph() {
      line();
      int end = text.length();
      if (end > 0 && (end < 2 || text.charAt(end - 2) != '\n')) text.append('\n');
    }
  }
}
