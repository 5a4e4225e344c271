package no.grenselos.chat.slack;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what people wrote as plain text: Slack sends it with mentions, links and three characters
 * marked up (docs.slack.dev, formatting message text).
 */
final class SlackMarkup {
  private static final Pattern MARK = Pattern.compile("<([^<>|]*)(?:\\|([^<>]*))?>");

  private SlackMarkup() {}

  /**
   * @param names a member's name by id
   */
  static String plain(String text, UnaryOperator<String> names) {
    StringBuilder plain = new StringBuilder();
    Matcher mark = MARK.matcher(text);
    while (mark.find()) {
      String label = mark.group(2) == null ? "" : mark.group(2);
      mark.appendReplacement(plain, Matcher.quoteReplacement(said(mark.group(1), label, names)));
    }
    mark.appendTail(plain);
    return plain.toString().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static String said(String to, String label, UnaryOperator<String> names) {
    if (to.startsWith("@")) return "@" + (label.isEmpty() ? names.apply(to.substring(1)) : label);
    if (to.startsWith("#")) return "#" + (label.isEmpty() ? to.substring(1) : label);
    if (to.startsWith("!")) return label.isEmpty() ? "@" + to.substring(1) : label;
    return label.isEmpty() || label.equals(to) ? to : label + " (" + to + ")";
  }
}
