package no.grenselos.chat.slack;

import no.grenselos.chat.shown.ShownText;

/** Text for where Slack reads markup; everywhere else it shows a {@link ShownText} as it is. */
final class SlackText {
  private SlackText() {}

  /**
   * For the one field that Slack interprets: {@code &}, {@code <} and {@code >} as entities
   * (docs.slack.dev, formatting message text).
   */
  static String escaped(String text, int max) {
    return ShownText.line(text, max)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
