package no.grenselos.playground.slack.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /**
   * Types into a text field of a view. The app is told where the field asks for every character;
   * elsewhere nothing is sent, but the text stands there when the view is submitted. A key that
   * comes after the view was sent or closed is too late, and nothing happens.
   */
  Optional<AppAnswer> type(Press press, String viewId, JsonNode values) {
    Optional<ObjectNode> payload =
        workspace.atomically(
            () -> open(press, viewId).flatMap(view -> typed(view, press, viewId, values)));
    return payload.map(all -> told.tell(press.user(), ToApp.Kind.INTERACTION, all));
  }

  /** What the app is told; empty where it did not ask. */
  private Optional<ObjectNode> typed(ObjectNode view, Press press, String viewId, JsonNode values) {
    Element element = Element.find(view.path("blocks"), press.blockId(), press.actionId());
    if (element.tellsEachCharacter()) return Optional.of(onView(press, viewId, values));
    ViewState.of(view, with(values, element, press)).writeTo(view);
    return Optional.empty();
  }

  /** What was filled in, with what was chosen just now. */
  private static JsonNode with(JsonNode values, Element element, Press press) {
    if (!element.isStateful() || press.chosen().isMissingNode()) {
      return values;
    }
    ObjectNode all = values.isObject() ? values.deepCopy() : Json.object();
    all.withObjectProperty(element.blockId()).set(element.actionId(), press.chosen());
    return all;
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
    Optional<JsonNode> attachment = attachment(message, press);
    ObjectNode payload = begin(press, attachment.orElse(message).path("blocks"));
    ObjectNode container = payload.putObject("container");
    container.put("type", "message").put("message_ts", press.ts());
    container.put("channel_id", channel.id()).put("is_ephemeral", ephemeral);
    attachment.ifPresent(each -> {
      container.put("type", "message_attachment").set("attachment_id", each.path("id"));
      container.set("is_app_unfurl", each.path("is_app_unfurl"));
      container.set("app_unfurl_url", each.path("app_unfurl_url"));
      payload.set("app_unfurl", each.deepCopy());
    });
    payload.set("channel", envelope.channel(channel));
    if (!ephemeral) {
      payload.set("message", message.deepCopy());
    }
    Origin origin = new Origin(press.user(), channel.id(), press.ts());
    return payload.put("response_url", envelope.responseUrl(origin));
  }

  /** The preview below the message in which the element stands, if not in the message itself. */
  private static Optional<JsonNode> attachment(ObjectNode message, Press press) {
    List<JsonNode> all = new ArrayList<>();
    message.path("attachments").forEach(all::add);
    return all.stream()
        .filter(each ->
            Element.in(each.path("blocks")).stream()
                .anyMatch(element -> element.isNamed(press.blockId(), press.actionId())))
        .findFirst();
  }

  private ObjectNode onView(Press press, String viewId, JsonNode values) {
    ObjectNode view = seen(press, viewId);
    Element element = Element.find(view.path("blocks"), press.blockId(), press.actionId());
    element.refuseIfSilent();
    ViewState.of(view, with(values, element, press)).writeTo(view);
    ObjectNode payload = begin(press, view.path("blocks"));
    payload.putObject("container").put("type", "view").put("view_id", viewId);
    return payload.set("view", view.deepCopy());
  }

  private ObjectNode seen(Press press, String viewId) {
    return open(press, viewId).orElseThrow(() -> new BadRequest("no view " + viewId + " open"));
  }

  private Optional<ObjectNode> open(Press press, String viewId) {
    return workspace.views().seenBy(press.user(), viewId);
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
