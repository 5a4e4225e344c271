package no.grenselos.playground.slack.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import no.grenselos.playground.slack.delivery.AppAnswer;
import no.grenselos.playground.slack.delivery.ToApp;
import no.grenselos.playground.slack.workspace.ResponseUrls.Origin;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Json;

/** People press buttons and choose options, on messages and in views: {@code block_actions}. */
final class Pressing {
  private final SlackWorkspace workspace;
  private final Envelope envelope;
  private final Told told;

  Pressing(SlackWorkspace workspace, Envelope envelope, Told told) {
    this.workspace = workspace;
    this.envelope = envelope;
    this.told = told;
  }

  AppAnswer press(Press press) {
    ObjectNode payload = workspace.atomically(() -> onMessage(press));
    return told.tell(press.user(), ToApp.Kind.INTERACTION, payload);
  }

  /** The same on a modal or a home tab; the channel and time stamp of the press are not used. */
  AppAnswer pressInView(Press press, String viewId, JsonNode values) {
    ObjectNode payload = workspace.atomically(() -> onView(press, viewId, values));
    return told.tell(press.user(), ToApp.Kind.INTERACTION, payload);
  }

  private ObjectNode onMessage(Press press) {
    SlackChannel channel = visibleTo(press.user(), press.channel());
    ObjectNode message =
        workspace
            .messages()
            .find(channel.id(), press.ts())
            .or(() -> workspace.messages().ephemeral(press.ts()))
            .orElseThrow(() -> new BadRequest("no message " + press.ts()));
    boolean ephemeral = message.path("is_ephemeral").asBoolean();
    ObjectNode payload = begin(press, message.path("blocks"));
    payload
        .putObject("container")
        .put("type", "message")
        .put("message_ts", press.ts())
        .put("channel_id", channel.id())
        .put("is_ephemeral", ephemeral);
    payload.set("channel", envelope.channel(channel));
    if (!ephemeral) {
      payload.set("message", message.deepCopy());
    }
    Origin origin = new Origin(press.user(), channel.id(), press.ts());
    return payload.put("response_url", envelope.responseUrl(origin));
  }

  private ObjectNode onView(Press press, String viewId, JsonNode values) {
    ObjectNode view =
        workspace
            .views()
            .seenBy(press.user(), viewId)
            .orElseThrow(() -> new BadRequest("no view " + viewId + " open"));
    ViewState.of(view, values).writeTo(view);
    ObjectNode payload = begin(press, view.path("blocks"));
    payload.putObject("container").put("type", "view").put("view_id", viewId);
    return payload.set("view", view.deepCopy());
  }

  private ObjectNode begin(Press press, JsonNode blocks) {
    Element element = Element.find(blocks, press.blockId(), press.actionId());
    ObjectNode payload = envelope.interaction("block_actions", workspace.user(press.user()));
    payload.putArray("actions").add(element.action(press.chosen(), workspace.stamps().ts()));
    ObjectNode values = payload.putObject("state").putObject("values");
    if (element.isStateful()) {
      ObjectNode chosen = Choice.in(element.json(), press.chosen());
      values.set(element.blockId(), Json.object().set(element.actionId(), chosen));
    }
    return payload;
  }

  private SlackChannel visibleTo(String user, String channelId) {
    return workspace
        .channel(channelId)
        .filter(channel -> channel.members().contains(user))
        .orElseThrow(() -> new BadRequest(user + " is not in " + channelId));
  }
}
