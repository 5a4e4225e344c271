package no.grenselos.chat.slack;

import java.net.URI;
import java.util.Optional;

/** Links that say where they lead. */
final class SlackLinks {
  /** Longest address of a button (docs.slack.dev, button element). */
  private static final int MAX_ADDRESS = 3000;

  private SlackLinks() {}

  /** A web address as it is; anything else is shown as dead text. */
  static Optional<URI> safe(URI to) {
    boolean web =
        "https".equalsIgnoreCase(to.getScheme()) || "http".equalsIgnoreCase(to.getScheme());
    boolean whole = to.getHost() != null && to.getRawUserInfo() == null;
    return web && whole && to.toASCIIString().length() <= MAX_ADDRESS
        ? Optional.of(to)
        : Optional.empty();
  }

  static String host(URI to) {
    String host = to.getHost();
    return SlackText.cut(host.startsWith("www.") ? host.substring(4) : host, 75);
  }

  /** The words of a link; where they look like an address themselves, the true host instead. */
  static String label(String words, URI to, int max) {
    String shown = SlackText.line(words, max);
    return SlackText.looksLikeAddress(shown) ? host(to) : shown;
  }

  /** A link in mrkdwn, whose label is reduced to letters, digits and spaces. */
  static String mark(String words, URI to) {
    String tame = label(words, to, 75).replaceAll("[^\\p{L}\\p{N} .-]", " ").strip();
    String address = to.toASCIIString().replace("&", "&amp;");
    return "<" + address + "|" + (tame.isEmpty() ? host(to) : tame) + ">";
  }
}
