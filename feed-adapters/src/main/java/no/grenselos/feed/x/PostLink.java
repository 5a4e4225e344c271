package no.grenselos.feed.x;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A link to a post of X, as people copy it; other sites that show X's posts are none of X. */
record PostLink(String id) {
  private static final Set<String> HOSTS =
      Set.of(
          "x.com",
          "www.x.com",
          "mobile.x.com",
          "twitter.com",
          "www.twitter.com",
          "mobile.twitter.com");

  /** Below a name, or below {@code /i}, which needs none; a photo of a post leads to the post. */
  private static final Pattern PATH =
      Pattern.compile(
          "/(?:i/web|\\w{1,50})/status(?:es)?/(\\d{1,19})(?:/(?:photo|video)/\\d{1,2})?/?");

  static Optional<PostLink> of(URI link) {
    String scheme = link.getScheme();
    String host = link.getHost();
    String path = link.getRawPath();
    if (scheme == null || host == null || path == null) return Optional.empty();
    boolean web = scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http");
    if (!web || !HOSTS.contains(host.toLowerCase(Locale.ROOT))) return Optional.empty();
    Matcher matcher = PATH.matcher(path);
    return matcher.matches() && isId(matcher.group(1))
        ? Optional.of(new PostLink(matcher.group(1)))
        : Optional.empty();
  }

  /** X counts in 63 bits and refuses a whole request for one number that has more. */
  static boolean isId(String text) {
    return text.matches("\\d{1,18}|[1-8]\\d{18}|9[01]\\d{17}");
  }
}
