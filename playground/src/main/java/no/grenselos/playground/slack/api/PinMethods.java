package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import no.grenselos.playground.slack.workspace.Pins;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.Json;

/** {@code pins.*}: messages that stay on top of a channel. */
final class PinMethods {
  private final SlackWorkspace workspace;
  private final Access access;
  private final Pins pins;

  PinMethods(SlackWorkspace workspace, Access access) {
    this.workspace = workspace;
    this.access = access;
    this.pins = new Pins(workspace);
  }

  void addTo(MethodTable table) {
    table.add("pins.add", "pins:write", MethodTable.TIER_2, this::add);
    table.add("pins.remove", "pins:write", MethodTable.TIER_2, this::remove);
    table.add("pins.list", "pins:read", MethodTable.TIER_2, this::list);
  }

  private ObjectNode add(Call call) {
    SlackChannel channel = access.joined(call.need("channel"));
    if (channel.archived()) {
      throw new SlackRefusal("is_archived");
    }
    pins.add(channel, timestamp(call), bot());
    return Json.object();
  }

  private ObjectNode remove(Call call) {
    pins.remove(access.joined(call.need("channel")), timestamp(call));
    return Json.object();
  }

  private ObjectNode list(Call call) {
    SlackChannel channel = access.joined(call.need("channel"));
    List<ObjectNode> pinned = pins.in(channel);
    ObjectNode answer = Json.object();
    var items = answer.putArray("items");
    for (ObjectNode message : pinned) {
      items
          .addObject()
          .put("type", "message")
          .put("channel", channel.id())
          .put("created", message.path("pinned_info").path("pinned_ts").asLong())
          .put("created_by", message.path("pinned_info").path("pinned_by").asText())
          .set("message", message.deepCopy());
    }
    return answer;
  }

  private static String timestamp(Call call) {
    String ts = call.text("timestamp").orElseThrow(() -> new SlackRefusal("no_item_specified"));
    if (!ts.matches("\\d{1,11}\\.\\d{6}")) {
      throw new SlackRefusal("bad_timestamp");
    }
    return ts;
  }

  private String bot() {
    return workspace.seed().app().botUser();
  }
}
