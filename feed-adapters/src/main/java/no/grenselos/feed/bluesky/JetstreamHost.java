package no.grenselos.feed.bluesky;

import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * A server of the stream, and which of its two forms: {@code /subscribe} is older and will stay as
 * it is, {@code subscribeEvents} is newer (bluesky-social/jetstream, README and lexicons). Both
 * take a moment in microseconds to go on from; neither's numbers mean anything to another server.
 */
record JetstreamHost(HttpUrl address, boolean newer) {
  private static final String OLDER_PATH = "/subscribe";
  private static final String NEWER_PATH = "/xrpc/network.bsky.jetstream.subscribeEvents";

  /** A name alone means the older form. Empty when it is no address. */
  static Optional<JetstreamHost> parse(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    if (lower.matches("[a-z0-9.-]+(:\\d{1,5})?")) return parse("https://" + lower + OLDER_PATH);
    HttpUrl url = HttpUrl.parse(text.strip().replaceFirst("^(?i)ws(s?)://", "http$1://"));
    if (url == null) return Optional.empty();
    return switch (url.encodedPath()) {
      case "/" ->
          Optional.of(new JetstreamHost(url.newBuilder().encodedPath(OLDER_PATH).build(), false));
      case OLDER_PATH -> Optional.of(new JetstreamHost(url, false));
      case NEWER_PATH -> Optional.of(new JetstreamHost(url, true));
      default -> Optional.empty();
    };
  }

  /**
   * Where the posts are told.
   *
   * @param micros the moment to go on from; 0 for from now on
   */
  HttpUrl posts(long micros) {
    HttpUrl.Builder url = address.newBuilder();
    if (newer) url.addQueryParameter("kinds", "commit");
    url.addQueryParameter(newer ? "collections" : "wantedCollections", AtUri.POSTS);
    if (micros > 0) url.addQueryParameter("cursor", String.valueOf(micros));
    return url.build();
  }

  /** Its name and form, as a cursor keeps them. */
  String place() {
    return address.host() + ":" + address.port() + address.encodedPath();
  }
}
