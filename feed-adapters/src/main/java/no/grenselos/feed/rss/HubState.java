package no.grenselos.feed.rss;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import no.grenselos.feed.http.Json;

/**
 * What the cursor of a feed holds of its hub.
 *
 * @param hub empty where none is offered
 * @param asked when it was asked to subscribe us, in Unix seconds; 0 for never
 * @param taken whether it took that
 */
record HubState(String hub, String topic, long asked, boolean taken) {
  static final HubState NONE = new HubState("", "", 0, false);

  static HubState read(JsonNode node) {
    return new HubState(
        Json.text(node, "at"),
        Json.text(node, "topic"),
        node.path("asked").asLong(),
        node.path("taken").asBoolean());
  }

  void write(ObjectNode node) {
    if (hub.isEmpty()) return;
    node.putObject("hub")
        .put("at", hub)
        .put("topic", topic)
        .put("asked", asked)
        .put("taken", taken);
  }

  /** The same unless another is offered. */
  HubState offered(HubOffer offer) {
    boolean same = hub.equals(offer.hub().toString()) && topic.equals(offer.topic().toString());
    return same ? this : new HubState(offer.hub().toString(), offer.topic().toString(), 0, false);
  }

  HubState asked(Instant now, boolean isTaken) {
    return new HubState(hub, topic, now.getEpochSecond(), isTaken);
  }
}
