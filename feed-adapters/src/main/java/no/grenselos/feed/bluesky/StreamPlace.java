package no.grenselos.feed.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.http.Json;

/**
 * What the cursor of the stream holds.
 *
 * @param micros the moment up to which everything was read; 0 at the start
 * @param host whose moment that is, and in which form it told it: each server sees an event at a
 *     moment of its own
 * @param handle of our account, and
 * @param did what it stood for; empty when not asked yet
 * @param posts see {@link LetThrough}
 */
record StreamPlace(long micros, String host, String handle, String did, String posts) {
  /** What stands at the edge when a connection breaks may be told on either side of it. */
  private static final Duration SAME = Duration.ofSeconds(5);

  /** Servers are seconds apart; a minute is far more than that, and costs a minute's events. */
  private static final Duration OTHER = Duration.ofMinutes(1);

  static StreamPlace of(Cursor cursor) {
    JsonNode node = Json.parse(cursor.text()).orElseGet(Json::object);
    return new StreamPlace(
        Math.max(0, node.path("at").asLong()),
        Json.text(node, "host"),
        Json.text(node, "handle"),
        Json.text(node, "did"),
        Json.text(node, "posts"));
  }

  Cursor cursor() {
    return new Cursor(
        Json.write(
            Json.object()
                .put("at", micros)
                .put("host", host)
                .put("handle", handle)
                .put("did", did)
                .put("posts", posts)));
  }

  /** Where to go on at a server; 0 at its newest. */
  long from(JetstreamHost server) {
    Duration back = server.place().equals(host) ? SAME : OTHER;
    return micros == 0 ? 0 : Math.max(1, micros - back.toNanos() / 1000);
  }
}
