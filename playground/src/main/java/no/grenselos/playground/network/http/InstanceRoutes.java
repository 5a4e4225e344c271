package no.grenselos.playground.network.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import no.grenselos.playground.network.Markup;
import no.grenselos.playground.stage.Json;

/** What the server says about itself (docs.joinmastodon.org, Instance v2). */
final class InstanceRoutes {
  private final Addresses addresses;

  InstanceRoutes(Addresses addresses) {
    this.addresses = addresses;
  }

  void register(RoutesConfig routes, Gate gate) {
    routes.get(
        "/network/api/v2/instance", gate.open((ctx, caller) -> Answer.json(ctx, instance())));
  }

  private ObjectNode instance() {
    ObjectNode json = Json.object();
    json.put("domain", addresses.root().replaceFirst("^https?://", ""));
    json.put("title", "Allmenningen").put("version", "4.4.0");
    json.put("source_url", "").put("description", "A network to play on");
    json.putArray("languages").add("nb").add("nn").add("en");
    ObjectNode configuration = json.putObject("configuration");
    configuration.putObject("urls");
    configuration
        .putObject("statuses")
        .put("max_characters", Markup.LIMIT)
        .put("max_media_attachments", 0)
        .put("characters_reserved_per_url", Markup.LINK_LENGTH);
    json.putObject("registrations").put("enabled", false).put("approval_required", false);
    json.set("rules", Json.array());
    return json;
  }
}
