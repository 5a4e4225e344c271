package no.grenselos.feed.http;

import no.grenselos.config.Settings;
import okhttp3.HttpUrl;

/** Where a network's API is; another place than usual for tests and for gateways. */
public final class ApiAddress {
  private ApiAddress() {}

  /** As written under the key; the usual one where nothing is, or nothing usable, which is told. */
  public static HttpUrl read(Settings settings, String key, HttpUrl usual) {
    HttpUrl url = HttpUrl.parse(settings.text(key, usual.toString()));
    if (url != null) return url;
    settings.problem(key, "must be an address such as " + usual);
    return usual;
  }
}
