package no.grenselos.chat.slack;

import java.net.URI;
import java.util.Optional;
import no.grenselos.chat.shown.ShownLink;

/** Links as Slack takes them. */
final class SlackLinks {
  /** Longest address of a button (docs.slack.dev, button element). */
  private static final int MAX_ADDRESS = 3000;

  private SlackLinks() {}

  static Optional<ShownLink> safe(URI to) {
    return ShownLink.safe(to, MAX_ADDRESS);
  }

  static Optional<ShownLink> parse(String text) {
    return ShownLink.parse(text, MAX_ADDRESS);
  }

  /** A link in mrkdwn, whose label is reduced to letters, digits and spaces. */
  static String mark(String words, ShownLink link) {
    String tame = link.label(words, 75).replaceAll("[^\\p{L}\\p{N} .-]", " ").strip();
    String address = link.address().replace("&", "&amp;");
    return "<" + address + "|" + (tame.isEmpty() ? link.host() : tame) + ">";
  }
}
