package no.grenselos.feed.http;

import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Addresses as found in foreign data. */
public final class WebLink {
  private WebLink() {}

  /** The address when it is http or https, mended where it can be; a script never passes. */
  public static Optional<URI> of(String text) {
    HttpUrl url = HttpUrl.parse(text.strip());
    if (url == null || text.length() > 2000) return Optional.empty();
    return Optional.of(url.uri());
  }
}
