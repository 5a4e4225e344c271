package no.grenselos.feed.trouble;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import no.grenselos.feed.http.Json;

/**
 * A change of a post as a server of Jetstream tells it, in either form.
 *
 * @param at when that server saw it
 */
record JetEvent(Instant at, String did, ObjectNode commit) {
  static final String POSTS = "app.bsky.feed.post";

  static ObjectNode commit(String operation, String key) {
    return Json.object()
        .put("rev", "3rev")
        .put("operation", operation)
        .put("collection", POSTS)
        .put("rkey", key);
  }

  String older() {
    ObjectNode json =
        Json.object()
            .put("did", did)
            .put("time_us", ChronoUnit.MICROS.between(Instant.EPOCH, at))
            .put("kind", "commit");
    json.set("commit", commit);
    return Json.write(json);
  }

  /** Its time may be an imported one; when it was seen stands beside. */
  String newer() {
    ObjectNode payload = Json.object();
    payload.setAll(commit);
    payload
        .put("$type", "network.bsky.jetstream.subscribeEvents#commit")
        .put("did", did)
        .put("time", at.minusSeconds(300).toString())
        .put("witnessedAt", at.toString());
    ObjectNode frame = Json.object().put("$type", "message");
    frame.set("payload", payload);
    return Json.write(frame);
  }
}
