package no.grenselos.chat.shown;

import java.net.URI;
import java.util.Optional;

/**
 * A link that says where it leads.
 *
 * @param to a web address with a host and without a user's name before it, as {@code
 *     https://bank.no@evil.example} is not what it looks like
 */
public record ShownLink(URI to) {
  /** Longest label of a host, in UTF-16 units. */
  private static final int HOST = 75;

  public ShownLink {
    if (!isWeb(to)) throw new IllegalArgumentException("link is " + to + ", must be a web address");
  }

  /**
   * A web address as it is; empty for anything else, which is to be shown as dead text.
   *
   * @param longest what the house takes of an address, in characters of its ASCII form
   */
  public static Optional<ShownLink> safe(URI to, int longest) {
    return isWeb(to) && to.toASCIIString().length() <= longest
        ? Optional.of(new ShownLink(to))
        : Optional.empty();
  }

  /** As {@link #safe} for a text from outside, which need not be an address at all. */
  public static Optional<ShownLink> parse(String text, int longest) {
    try {
      return safe(URI.create(text), longest);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isWeb(URI to) {
    boolean web =
        "https".equalsIgnoreCase(to.getScheme()) || "http".equalsIgnoreCase(to.getScheme());
    return web && to.getHost() != null && to.getRawUserInfo() == null;
  }

  /** In ASCII, as houses want it. */
  public String address() {
    return to.toASCIIString();
  }

  /** Where it leads, short enough to be read. */
  public String host() {
    String host = to.getHost();
    return ShownText.cut(host.startsWith("www.") ? host.substring(4) : host, HOST);
  }

  /** Its words; where they look like an address themselves, the true host instead. */
  public String label(String words, int max) {
    String shown = ShownText.line(words, max);
    return ShownText.looksLikeAddress(shown) ? host() : shown;
  }
}
