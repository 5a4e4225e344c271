package no.grenselos.chat.teams;

import java.util.Map;
import java.util.regex.Pattern;
import no.grenselos.chat.shown.ShownText;

/**
 * Makes text of unknown origin fit to be shown in Teams: {@link ShownText}, and inert.
 *
 * <p>Teams reads markdown in text blocks only, not in text runs, titles, labels and choices
 * (learn.microsoft.com, format cards in Teams). So all words go into text runs, and only headings,
 * which screen readers know as such in text blocks alone, are made {@link #tame}. A backslash is no
 * way out there: phones show it (github.com/microsoft/AdaptiveCards issue 5590), so a character
 * with a meaning becomes its look-alike without one. Two things are broken wherever they stand:
 * <code>{{</code>, as renderers look for dates in runs as well, and {@code <at>}, although no card
 * of ours lists anybody to be mentioned.
 */
final class TeamsText {
  private static final Pattern FUNCTION = Pattern.compile("\\{(?=\\{)");
  private static final Pattern MENTION = Pattern.compile("(?i)<(?=/?at\\b)");
  private static final Pattern ENTITY = Pattern.compile("&(?=#?\\w{1,40};)");
  private static final Pattern LINKED = Pattern.compile(":(?=//)");
  private static final Pattern LISTED = Pattern.compile("^(\u2068?\\d{1,9})[.)]");
  private static final Pattern BULLET = Pattern.compile("^(\u2068?)[-+#]");

  private static final Map<Character, Character> LOOK_ALIKES =
      Map.of(
          '*', '\u2217', '_', '\uFF3F', '`', '\u02CB', '~', '\u223C', '[', '\uFF3B', ']', '\uFF3D',
          '<', '\u2039', '>', '\u203A', '\\', '\uFF3C');

  private TeamsText() {}

  /** As {@link ShownText#line}, inert. */
  static String line(String text, int max) {
    return ShownText.line(inert(text), max);
  }

  /** As {@link ShownText#stretch}, inert. */
  static String stretch(String text, int max) {
    return ShownText.stretch(inert(text), max);
  }

  /** As {@link ShownText#paragraphs}, inert. */
  static String paragraphs(String text, int max) {
    return ShownText.paragraphs(inert(text), max);
  }

  /** For where Teams reads markdown: on one line, without a character that means something. */
  static String tame(String text, int max) {
    StringBuilder tame = new StringBuilder();
    for (char c : line(text, max).toCharArray()) tame.append(LOOK_ALIKES.getOrDefault(c, c));
    String words = ENTITY.matcher(tame).replaceAll("\uFF06");
    words = LINKED.matcher(words).replaceAll("\u2236");
    words = LISTED.matcher(words).replaceAll("$1\uFF0E");
    return BULLET.matcher(words).replaceAll("$1–");
  }

  /** For notifications and speech: on one line, with nothing that could be taken for a tag. */
  static String plain(String text, int max) {
    String words = line(text, max).replace('<', '\u2039').replace('>', '\u203A');
    return ENTITY.matcher(words).replaceAll("\uFF06");
  }

  /**
   * Without what renderers act on wherever it stands. Looked for in what is visible: a character
   * nobody sees would keep two braces apart only until it is dropped.
   */
  static String inert(String text) {
    String words = FUNCTION.matcher(ShownText.visible(text)).replaceAll("{ ");
    return MENTION.matcher(words).replaceAll("\u2039");
  }
}
