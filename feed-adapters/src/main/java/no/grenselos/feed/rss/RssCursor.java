package no.grenselos.feed.rss;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.http.Fingerprint;
import no.grenselos.feed.http.Json;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What the cursor of a feed holds: the conditions for the next request, and the revision of every
 * entry seen lately, under a fingerprint of its id. Not thread safe; made anew for every fetch.
 */
final class RssCursor {
  /** Beyond the document's own entries: those that fell out of it and may come back. */
  private static final int KEPT = 500;

  private final Map<String, String> seen = new LinkedHashMap<>();
  private final boolean start;
  private String etag = "";
  private String modified = "";
  private HubState hub = HubState.NONE;

  private RssCursor(boolean start) {
    this.start = start;
  }

  static RssCursor of(Cursor cursor) {
    JsonNode node = Json.parse(cursor.text()).orElseGet(Json::object);
    RssCursor read = new RssCursor(!node.path("seen").isObject());
    read.etag = Json.text(node, "etag");
    read.modified = Json.text(node, "modified");
    read.hub = HubState.read(node.path("hub"));
    for (Map.Entry<String, JsonNode> entry : node.path("seen").properties()) {
      read.seen.put(entry.getKey(), entry.getValue().asText(""));
    }
    return read;
  }

  Cursor cursor(int documentSize) {
    ObjectNode node = Json.object().put("etag", etag).put("modified", modified);
    hub.write(node);
    ObjectNode kept = node.putObject("seen");
    seen.entrySet().stream()
        .skip(Math.max(0, seen.size() - KEPT - documentSize))
        .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    return new Cursor(Json.write(node));
  }

  /** Everything as it is, when no document was read. */
  Cursor cursor() {
    return cursor(seen.size());
  }

  HubState hub() {
    return hub;
  }

  void remember(HubState known) {
    hub = known;
  }

  boolean atStart() {
    return start;
  }

  /** What the next request says: what we read, and not to send what we have (RFC 9110, 13.1). */
  Map<String, String> headers() {
    Map<String, String> conditions = new LinkedHashMap<>();
    conditions.put(
        "Accept", "application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.8");
    if (!etag.isEmpty()) conditions.put("If-None-Match", etag);
    if (!modified.isEmpty()) conditions.put("If-Modified-Since", modified);
    return conditions;
  }

  void remember(Headers headers) {
    etag = safe(headers.get("ETag"));
    modified = safe(headers.get("Last-Modified"));
  }

  Optional<String> revision(String id) {
    return Optional.ofNullable(seen.get(Fingerprint.of(id)));
  }

  void remember(String id, String revision) {
    String key = Fingerprint.of(id);
    seen.remove(key);
    seen.put(key, revision);
  }

  /** What could not be sent back is not kept. */
  private static String safe(@Nullable String header) {
    return header != null && header.matches("[\\x20-\\x7e]{1,500}") ? header : "";
  }
}
