package no.grenselos.feed.page;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.grenselos.feed.http.Fingerprint;
import okhttp3.HttpUrl;

/**
 * A page's address without what does not belong to it: the place within the page, names and
 * passwords, and what trackers hang on.
 */
record PageAddress(HttpUrl url) {
  private static final int LONGEST = 2000;
  private static final Pattern TRACKER =
      Pattern.compile("utm_\\w+|fbclid|gclid|msclkid|mc_[ce]id|igsh(id)?|twclid");
  private static final Set<String> DOORS =
      Set.of("login", "signin", "sign-in", "sign_in", "log-in", "checkpoint", "consent", "sso");

  static Optional<PageAddress> of(URI link) {
    String text = link.toString();
    if (text.length() > LONGEST || link.getRawAuthority() == null) return Optional.empty();
    return Optional.ofNullable(HttpUrl.parse(text)).map(PageAddress::of);
  }

  static PageAddress of(HttpUrl url) {
    HttpUrl.Builder bare = url.newBuilder().fragment(null).username("").password("");
    url.queryParameterNames().stream()
        .filter(name -> TRACKER.matcher(name).matches())
        .forEach(bare::removeAllQueryParameters);
    HttpUrl cleaned = bare.build();
    boolean nothingAsked = cleaned.querySize() == 0 && cleaned.encodedQuery() != null;
    return new PageAddress(nothingAsked ? cleaned.newBuilder().query(null).build() : cleaned);
  }

  /**
   * The page's own name for itself, where it may be believed: the same site, and not the front page
   * in the name of all others.
   *
   * @param said as it stands in the page; may be relative
   */
  Optional<PageAddress> canonical(String said) {
    if (said.isBlank() || said.length() > LONGEST) return Optional.empty();
    return Optional.ofNullable(url.resolve(said.strip()))
        .map(PageAddress::of)
        .filter(this::isSameSite)
        .filter(other -> !other.isFront() || isFront());
  }

  /** A page must not speak for another site's. */
  private boolean isSameSite(PageAddress other) {
    if (url.host().equals(other.url.host())) return true;
    String site = url.topPrivateDomain();
    return site != null && site.equals(other.url.topPrivateDomain());
  }

  private boolean isFront() {
    return url.encodedPath().equals("/") && url.encodedQuery() == null;
  }

  /** Whether people are asked there who they are. */
  boolean signsIn() {
    List<String> path = url.pathSegments();
    return path.stream().map(part -> part.toLowerCase(Locale.ROOT)).anyMatch(DOORS::contains);
  }

  /** The id of the post that the page is. */
  String id() {
    return Fingerprint.of(url.toString());
  }
}
