package no.grenselos.feed.http;

import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** The request that an answer leads on to. */
final class Redirect {
  private Redirect() {}

  /** Empty when it leads to no usable address. */
  static Optional<Request> of(Response response) {
    String location = response.header("Location");
    return Optional.ofNullable(location)
        .map(to -> response.request().url().resolve(to))
        .map(to -> onward(response.request(), to));
  }

  /** Another host, or the same without encryption, does not get the token. */
  private static Request onward(Request from, HttpUrl to) {
    HttpUrl old = from.url();
    boolean sameHost =
        old.host().equals(to.host()) && old.port() == to.port() && old.isHttps() == to.isHttps();
    Request.Builder onward = from.newBuilder().url(to);
    return (sameHost ? onward : onward.removeHeader("Authorization")).build();
  }
}
