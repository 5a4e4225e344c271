package no.grenselos.feed.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import no.grenselos.feed.http.Json;

/** Events of the stream as a test needs them: of did:plc:kari, at a second of 09:00. */
final class Jets {
  static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  static final String OURS = "did:plc:lyngheia";

  private Jets() {}

  static String key(String name) {
    return "bluesky:at://did:plc:kari/app.bsky.feed.post/" + name + "#";
  }

  static long micros(int second) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, NINE.plusSeconds(second));
  }

  static ObjectNode record(String text) {
    return Json.object()
        .put("$type", AtUri.POSTS)
        .put("createdAt", "2026-03-02T08:00:00Z")
        .put("text", text);
  }

  static ObjectNode answer(String text, String parent) {
    ObjectNode record = record(text);
    ObjectNode reply = record.putObject("reply");
    reply.putObject("root").put("uri", "at://did:plc:per/app.bsky.feed.post/root");
    reply.putObject("parent").put("uri", "at://" + parent + "/app.bsky.feed.post/p");
    return record;
  }

  static ObjectNode naming(String text, String did) {
    ObjectNode record = record(text);
    ObjectNode facet = record.putArray("facets").addObject();
    facet.putObject("index").put("byteStart", 0).put("byteEnd", 3);
    facet
        .putArray("features")
        .addObject()
        .put("$type", "app.bsky.richtext.facet#mention")
        .put("did", did);
    return record;
  }

  static String create(int second, String name, String text) {
    return older(second, "create", name, record(text));
  }

  static String delete(int second, String name) {
    return older(second, "delete", name, Json.object());
  }

  /** The older form. */
  static String older(int second, String operation, String name, JsonNode record) {
    ObjectNode event =
        Json.object()
            .put("did", "did:plc:kari")
            .put("time_us", micros(second))
            .put("kind", "commit");
    event.set("commit", commit(Json.object(), operation, name, record));
    return Json.write(event);
  }

  /** The newer form. */
  static String newer(int second, String operation, String name, JsonNode record) {
    ObjectNode event =
        Json.object()
            .put("$type", "network.bsky.jetstream.subscribeEvents#commit")
            .put("did", "did:plc:kari")
            .put("seq", 1000 + second)
            .put("time", "2020-01-01T00:00:00Z")
            .put("witnessedAt", NINE.plusSeconds(second).toString());
    ObjectNode frame = Json.object().put("$type", "message");
    frame.set("payload", commit(event, operation, name, record));
    return Json.write(frame);
  }

  private static ObjectNode commit(
      ObjectNode into, String operation, String name, JsonNode record) {
    into.put("rev", "3rev")
        .put("operation", operation)
        .put("collection", AtUri.POSTS)
        .put("rkey", name);
    if (!operation.equals("delete")) {
      into.put("cid", "bafy" + name + operation);
      into.set("record", record);
    }
    return into;
  }
}
