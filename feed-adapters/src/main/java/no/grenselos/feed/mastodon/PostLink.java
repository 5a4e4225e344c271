package no.grenselos.feed.mastodon;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.feed.http.WebLink;
import okhttp3.HttpUrl;

/**
 * An address of a post as Mastodon's servers write it: {@code /@kari/1100}, of a post seen through
 * another server {@code /@kari@fjord.example/1100}, as its own name {@code
 * /users/kari/statuses/1100}, and {@code /web/statuses/1100} of old.
 *
 * @param host of the server that the address names
 * @param home server of the author, where the address says that it is another one; else empty
 * @param id number of the post there
 */
record PostLink(String host, String home, String id) {
  private static final Pattern PATH =
      Pattern.compile(
          "/(?:(?:web/|deck/)?@[\\w.-]{1,100}(?:@([\\w.-]{1,253}))?"
              + "|users/[\\w.-]{1,100}/statuses|(?:web/)?statuses)/(\\d{1,20})/?");

  static Optional<PostLink> of(URI link) {
    HttpUrl url = HttpUrl.get(link);
    if (url == null) return Optional.empty();
    Matcher path = PATH.matcher(url.encodedPath());
    if (!path.matches()) return Optional.empty();
    String home = path.group(1) == null ? "" : path.group(1).toLowerCase(Locale.ROOT);
    return Optional.of(new PostLink(url.host(), home, path.group(2)));
  }

  boolean isOn(HttpUrl server) {
    return host.equals(server.host());
  }

  /**
   * Whether one of a post's own addresses may be meant by it.
   *
   * @param addresses may be anything
   */
  boolean isOf(String... addresses) {
    for (String address : addresses) {
      Optional<String> there =
          WebLink.of(address).flatMap(uri -> Optional.ofNullable(uri.getHost()));
      if (there.filter(server -> server.equals(host) || server.equals(home)).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
