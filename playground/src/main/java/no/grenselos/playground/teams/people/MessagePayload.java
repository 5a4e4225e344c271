package no.grenselos.playground.teams.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.teams.delivery.Envelope;
import no.grenselos.playground.teams.tenant.Tenant;

/** A message as a message extension is shown it (learn.microsoft.com, message payload). */
final class MessagePayload {
  private MessagePayload() {}

  static ObjectNode of(Tenant tenant, Envelope envelope, Sight sight) {
    ObjectNode message = sight.message();
    ObjectNode payload = Json.object().put("id", sight.id());
    if (!sight.root().isEmpty() && !sight.root().equals(sight.id())) {
      payload.put("replyToId", sight.root());
    }
    payload.put("messageType", "message").put("importance", "normal");
    payload.put("createdDateTime", message.path("at").asText());
    payload.put("locale", sight.person().locale());
    payload.put("linkToMessage", link(envelope, sight));
    payload.set("from", from(tenant, message));
    payload
        .putObject("body")
        .put("contentType", "html")
        .put("content", html(message.path("text").asText()));
    payload.set("attachments", message.path("attachments"));
    payload.set(
        "mentions", message.path("entities").isArray() ? message.path("entities") : Json.array());
    payload.set("reactions", message.path("reactions"));
    return payload;
  }

  private static ObjectNode from(Tenant tenant, ObjectNode message) {
    ObjectNode from = Json.object();
    if (message.path("bot").asBoolean()) {
      from.putNull("user")
          .putObject("application")
          .put("id", tenant.seed().app().appId())
          .put("displayName", tenant.seed().app().name())
          .put("applicationIdentityType", "bot");
      return from;
    }
    from.putObject("user")
        .put("userIdentityType", "aadUser")
        .put("id", message.path("from").path("aadObjectId").asText())
        .put("displayName", message.path("from").path("name").asText());
    return from;
  }

  private static String link(Envelope envelope, Sight sight) {
    return envelope.serviceUrl().resolve("/") + "#teams/" + sight.where().id() + "/" + sight.id();
  }

  private static String html(String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<div><div>" + escaped.replace("\n", "<br>") + "</div></div>";
  }
}
