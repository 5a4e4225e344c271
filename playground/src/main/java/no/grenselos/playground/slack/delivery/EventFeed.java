package no.grenselos.playground.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import no.grenselos.playground.slack.api.MessageWatch;
import no.grenselos.playground.slack.api.Reaction;
import no.grenselos.playground.slack.workspace.SlackApp;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.Json;

/**
 * Turns what happens into events for the app, if it subscribed to them, has the scope, and is where
 * it happened (docs.slack.dev, Events API). The app's own messages and reactions are events too.
 */
public final class EventFeed implements MessageWatch {
  private final SlackWorkspace workspace;
  private final Subscriptions subscriptions;
  private final SharedLinks links;

  public EventFeed(SlackWorkspace workspace, Subscriptions subscriptions) {
    this.workspace = workspace;
    this.subscriptions = subscriptions;
    this.links = new SharedLinks(workspace, subscriptions);
  }

  @Override
  public void posted(SlackChannel channel, ObjectNode message) {
    ObjectNode event = message.deepCopy();
    tellMessage(channel, inChannel(event, channel, message));
    boolean mentioned = message.path("text").asText().contains("<@" + app().botUser() + ">");
    if (mentioned && !channel.isIm() && !message.has("bot_id")) {
      ObjectNode mention = inChannel(message.deepCopy(), channel, message);
      mention.put("type", "app_mention").remove("channel_type");
      tell("app_mention", "app_mentions:read", channel, mention);
    }
    links.posted(channel, message);
  }

  @Override
  public void edited(SlackChannel channel, ObjectNode message, ObjectNode before) {
    ObjectNode event = changed("message_changed", channel);
    event.set("message", message.deepCopy());
    event.set("previous_message", before);
    tellMessage(channel, event);
  }

  @Override
  public void deleted(SlackChannel channel, ObjectNode message) {
    ObjectNode event = changed("message_deleted", channel);
    event.put("deleted_ts", message.path("ts").asText());
    event.set("previous_message", message.deepCopy());
    tellMessage(channel, event);
  }

  @Override
  public void reacted(Reaction reaction, SlackChannel channel, ObjectNode message) {
    String type = reaction.added() ? "reaction_added" : "reaction_removed";
    ObjectNode event = Json.object().put("type", type).put("user", reaction.user());
    event.put("reaction", reaction.name()).put("item_user", message.path("user").asText());
    event
        .putObject("item")
        .put("type", "message")
        .put("channel", channel.id())
        .put("ts", message.path("ts").asText());
    event.put("event_ts", workspace.stamps().ts());
    tell(type, "reactions:read", channel, event);
  }

  /** Somebody looks at the app's home tab. */
  public void homeOpened(String user) {
    SlackChannel direct = workspace.directWith(user);
    ObjectNode event = Json.object().put("type", "app_home_opened").put("user", user);
    event.put("channel", direct.id()).put("tab", "home");
    event.put("event_ts", workspace.stamps().ts());
    workspace.views().home(user).ifPresent(view -> event.set("view", view.deepCopy()));
    tell("app_home_opened", "", direct, event);
  }

  private void tellMessage(SlackChannel channel, ObjectNode event) {
    tell(channel.kind().subscription(), channel.kind().scope("history"), channel, event);
  }

  private void tell(String subscription, String scope, SlackChannel channel, ObjectNode event) {
    if (channel.members().contains(app().botUser())) {
      subscriptions.tell(subscription, scope, event);
    }
  }

  private ObjectNode changed(String subtype, SlackChannel channel) {
    String ts = workspace.stamps().ts();
    ObjectNode event = Json.object().put("type", "message").put("subtype", subtype);
    event.put("hidden", true).put("channel", channel.id()).put("ts", ts).put("event_ts", ts);
    return event.put("channel_type", channel.kind().eventType());
  }

  private static ObjectNode inChannel(ObjectNode event, SlackChannel channel, ObjectNode message) {
    event.put("channel", channel.id()).put("event_ts", message.path("ts").asText());
    return event.put("channel_type", channel.kind().eventType());
  }

  private SlackApp app() {
    return workspace.seed().app();
  }
}
