package no.grenselos.feed.reddit;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * The address of a post or comment: its page on any of Reddit's faces, or {@code redd.it} with the
 * post's id. The links that the app shares hold no id, and are not known.
 *
 * @param name of the thing
 */
record ThingLink(String name) {
  private static final Pattern SITE = Pattern.compile("(?:[a-z]{1,10}\\.)?reddit\\.com");
  private static final String ID = "([a-z0-9]{1,13})";
  private static final Pattern PAGE =
      Pattern.compile(
          "(?:/(?:r|user|u)/[\\w-]{1,50})?/comments/" + ID + "(?:/[^/]{0,300}(?:/" + ID + ")?)?/?");
  private static final Pattern SHORT = Pattern.compile("/" + ID + "/?");

  static Optional<ThingLink> of(URI link) {
    HttpUrl url = HttpUrl.get(link);
    if (url == null) return Optional.empty();
    String path = url.encodedPath();
    if (url.host().equals("redd.it")) {
      Matcher post = SHORT.matcher(path);
      return post.matches() ? Optional.of(new ThingLink("t3_" + post.group(1))) : Optional.empty();
    }
    Matcher page = PAGE.matcher(path);
    if (!SITE.matcher(url.host()).matches() || !page.matches()) return Optional.empty();
    String comment = page.group(2);
    return Optional.of(new ThingLink(comment == null ? "t3_" + page.group(1) : "t1_" + comment));
  }
}
