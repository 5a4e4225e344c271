package no.grenselos.feed.facebook;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.feed.http.WebLink;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Links that open posts and comments on facebook.com. */
final class PageLink {
  private static final String HOSTS = "(?:[\\w-]+\\.)*facebook\\.com";
  private static final Pattern SHORT = Pattern.compile("/(\\d{1,25})_(\\d{1,25})/?");
  private static final Pattern LONG =
      Pattern.compile("/(\\d{1,25})/(?:posts|videos|photos)/(\\d{1,25})/?");

  private PageLink() {}

  /**
   * The link as given where it leads to Facebook, else one made of the ids.
   *
   * @param given empty where none is
   */
  static URI of(String given, String id, String post, boolean isComment) {
    String comment = "?comment_id=" + id.substring(id.indexOf('_') + 1);
    String made = post.isEmpty() ? id : post + (isComment ? comment : "");
    return WebLink.of(given)
        .filter(link -> link.getHost() != null && link.getHost().matches(HOSTS))
        .orElseGet(() -> URI.create("https://www.facebook.com/" + made));
  }

  /**
   * The id of the page's post or comment that the link leads to. Empty where it names the page by a
   * word or the post by a {@code pfbid}, which Graph does not resolve.
   */
  static Optional<String> idIn(URI link, String page) {
    HttpUrl url = HttpUrl.get(link);
    if (url == null || !url.host().matches(HOSTS)) return Optional.empty();
    return post(url, page)
        .map(post -> {
          String comment = number(url.queryParameter("comment_id"));
          String reply = number(url.queryParameter("reply_comment_id"));
          String below = reply.isEmpty() ? comment : reply;
          return (below.isEmpty() ? page : post) + "_" + (below.isEmpty() ? post : below);
        });
  }

  /** The number of the post within the page. */
  private static Optional<String> post(HttpUrl url, String page) {
    for (Pattern form : new Pattern[] {SHORT, LONG}) {
      Matcher path = form.matcher(url.encodedPath());
      if (path.matches()) return Optional.of(path.group(2)).filter(p -> path.group(1).equals(page));
    }
    return Optional.of(number(url.queryParameter("story_fbid")))
        .filter(post -> !post.isEmpty() && page.equals(url.queryParameter("id")));
  }

  private static String number(@Nullable String text) {
    return text != null && text.matches("\\d{1,25}") ? text : "";
  }
}
