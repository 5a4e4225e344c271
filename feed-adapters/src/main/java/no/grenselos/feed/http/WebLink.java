package no.grenselos.feed.http;

import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Addresses as found in foreign data. */
public final class WebLink {
  private WebLink() {}

  /** The address when it is http or https, mended where it can be; a script never passes. */
  public static Optional<URI> of(String text) {
    // a parser that fails takes long, and most of what is no address is nothing
    if (text.isBlank() || text.length() > 2000) return Optional.empty();
    HttpUrl url = HttpUrl.parse(text.strip());
    return url == null ? Optional.empty() : Optional.of(url.uri());
  }
}
