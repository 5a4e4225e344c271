package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import no.grenselos.playground.shape.Fault;
import no.grenselos.playground.slack.block.StrictBlocks;
import no.grenselos.playground.slack.workspace.SlackApp;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.slack.workspace.Unfurls.Offer;
import no.grenselos.playground.stage.Json;

/**
 * {@code chat.unfurl}: the app puts a preview below a link that it was told of. A later call for
 * the same message replaces what the app put there before (docs.slack.dev, chat.unfurl).
 */
final class UnfurlMethods {
  private final SlackWorkspace workspace;
  private final MessageWatch watch;

  UnfurlMethods(SlackWorkspace workspace, MessageWatch watch) {
    this.workspace = workspace;
    this.watch = watch;
  }

  void addTo(MethodTable table) {
    table.add("chat.unfurl", "links:write", MethodTable.TIER_3, this::unfurl);
  }

  private ObjectNode unfurl(Call call) {
    Offer offer = offer(call);
    SlackChannel channel =
        workspace
            .channel(offer.channel())
            .orElseThrow(() -> new SlackRefusal("cannot_find_channel"));
    ObjectNode message =
        workspace
            .messages()
            .find(channel.id(), offer.ts())
            .orElseThrow(() -> new SlackRefusal("cannot_find_message"));
    ArrayNode attachments = Json.array();
    unfurls(call)
        .properties()
        .forEach(each -> attachments.add(attachment(offer, each.getKey(), each.getValue())));
    ObjectNode before = message.deepCopy();
    message.set("attachments", numbered(attachments));
    workspace.messages().edited(channel.id(), message);
    watch.edited(channel, message, before);
    return Json.object();
  }

  private Offer offer(Call call) {
    if (call.has("unfurl_id") || call.has("source")) {
      if (!call.need("source").equals("conversations_history")) {
        throw new SlackRefusal("invalid_source");
      }
      return workspace
          .unfurls()
          .byId(call.need("unfurl_id"))
          .orElseThrow(() -> new SlackRefusal("invalid_unfurl_id"));
    }
    String channel = call.text("channel").orElseThrow(() -> new SlackRefusal("missing_channel"));
    String ts = call.text("ts").orElseThrow(() -> new SlackRefusal("missing_ts"));
    if (workspace.channel(channel).isEmpty()) {
      throw new SlackRefusal("cannot_find_channel");
    }
    if (workspace.messages().find(channel, ts).isEmpty()) {
      throw new SlackRefusal("cannot_find_message");
    }
    return workspace
        .unfurls()
        .of(channel, ts)
        .orElseThrow(() -> new SlackRefusal("cannot_unfurl_url"));
  }

  private static ObjectNode unfurls(Call call) {
    JsonNode given = call.json("unfurls", "invalid_unfurls_format");
    if (given.isMissingNode() || given.isNull()) {
      throw new SlackRefusal("missing_unfurls");
    }
    if (given instanceof ObjectNode map && !map.isEmpty()) {
      return map;
    }
    throw new SlackRefusal("invalid_unfurls_format");
  }

  private ObjectNode attachment(Offer offer, String url, JsonNode given) {
    if (!offer.urls().contains(url)) {
      throw new SlackRefusal("cannot_unfurl_message", List.of("not in the message: " + url));
    }
    if (!(given instanceof ObjectNode content)) {
      throw new SlackRefusal("cannot_parse_attachment", List.of("must provide an object: " + url));
    }
    List<Fault> faults = StrictBlocks.inMessage(content.path("blocks"));
    if (content.has("blocks") && !faults.isEmpty()) {
      throw new SlackRefusal("cannot_parse_attachment", faults.stream().map(Fault::line).toList());
    }
    SlackApp app = workspace.seed().app();
    return content
        .deepCopy()
        .put("from_url", url)
        .put("app_unfurl_url", url)
        .put("is_app_unfurl", true)
        .put("app_id", app.appId())
        .put("bot_id", app.botId());
  }

  private static ArrayNode numbered(ArrayNode attachments) {
    for (int i = 0; i < attachments.size(); i++) {
      ((ObjectNode) attachments.get(i)).put("id", i + 1);
    }
    return attachments;
  }
}
