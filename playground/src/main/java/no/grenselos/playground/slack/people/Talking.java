package no.grenselos.playground.slack.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.regex.Pattern;
import no.grenselos.playground.slack.api.MessageWatch;
import no.grenselos.playground.slack.api.ResponseDoor;
import no.grenselos.playground.slack.delivery.AppAnswer;
import no.grenselos.playground.slack.delivery.ToApp;
import no.grenselos.playground.slack.workspace.ResponseUrls.Origin;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Json;

/** People write messages, slash commands and shortcuts. */
final class Talking {
  /** An address as people type it; a sign that ends a sentence is not part of it. */
  private static final Pattern LINK =
      Pattern.compile("https?://(?:(?!&[lg]t;)[^\\s<>|])*[^\\s<>|.,;:!?)&'\"]");

  private final SlackWorkspace workspace;
  private final Envelope envelope;
  private final Told told;
  private final MessageWatch watch;
  private final ResponseDoor door;

  Talking(
      SlackWorkspace workspace,
      Envelope envelope,
      Told told,
      MessageWatch watch,
      ResponseDoor door) {
    this.workspace = workspace;
    this.envelope = envelope;
    this.told = told;
    this.watch = watch;
    this.door = door;
  }

  /** The message's time stamp. A thread of "" is the channel itself. */
  String say(String user, String channelId, String text, String thread) {
    return workspace.atomically(() -> {
      SlackChannel channel = entered(user, channelId);
      if (channel.archived()) {
        throw new BadRequest(channelId + " is archived");
      }
      ObjectNode message = Json.object().put("type", "message").put("user", user);
      message.put("text", asTyped(text)).put("team", workspace.seed().teamId());
      message.put("client_msg_id", UUID.randomUUID().toString());
      if (!thread.isEmpty()) {
        message.put("thread_ts", thread);
      }
      workspace.messages().post(channel.id(), message);
      watch.posted(channel, message);
      return message.path("ts").asText();
    });
  }

  AppAnswer command(String user, String channelId, String command, String text) {
    ObjectNode form =
        workspace.atomically(
            () -> envelope.command(workspace.user(user), entered(user, channelId), command, text));
    AppAnswer answer = told.tell(user, ToApp.Kind.COMMAND, form);
    if (answer instanceof AppAnswer.Taken(String body) && !body.isBlank()) {
      show(new Origin(user, form.path("channel_id").asText(), null), body);
    }
    return answer;
  }

  /** A shortcut from the menu of a message. */
  AppAnswer shortcut(String user, String channelId, String ts, String callbackId) {
    ObjectNode payload =
        workspace.atomically(() -> {
          SlackChannel channel = entered(user, channelId);
          ObjectNode action = envelope.interaction("message_action", workspace.user(user));
          action.put("callback_id", callbackId).put("message_ts", ts);
          action.put("action_ts", workspace.stamps().ts());
          action.set("channel", envelope.channel(channel));
          action.set("message", workspace.messages().existing(channel.id(), ts).deepCopy());
          Origin origin = new Origin(user, channel.id(), ts);
          return action.put("response_url", envelope.responseUrl(origin));
        });
    return told.tell(user, ToApp.Kind.INTERACTION, payload);
  }

  /** A global shortcut: from nowhere in particular, so that it has no channel and no answer. */
  AppAnswer shortcut(String user, String callbackId) {
    ObjectNode payload =
        workspace.atomically(() ->
            envelope
                .interaction("shortcut", workspace.user(user))
                .put("callback_id", callbackId)
                .put("action_ts", workspace.stamps().ts()));
    return told.tell(user, ToApp.Kind.INTERACTION, payload);
  }

  /** A channel's id, or the bot's user id for the person's conversation with the app. */
  SlackChannel entered(String user, String channelId) {
    if (channelId.equals(workspace.seed().app().botUser())) {
      return workspace.directWith(user);
    }
    if (workspace.user(user).deleted()) {
      throw new BadRequest(user + " is deactivated");
    }
    return workspace
        .channel(channelId)
        .or(() -> workspace.channelNamed(channelId.replaceFirst("^#", "")))
        .filter(channel -> channel.members().contains(user))
        .orElseThrow(() -> new BadRequest(user + " is not in " + channelId));
  }

  private void show(Origin origin, String body) {
    JsonNode said =
        body.stripLeading().startsWith("{") ? Json.parse(body) : Json.object().put("text", body);
    try {
      workspace.atomically(() -> door.answer(origin, (ObjectNode) said));
    } catch (SlackRefusal e) {
      told.trouble(origin.user(), "the app's answer to a command is refused: " + e.getMessage());
    }
  }

  /** What Slack makes of what people type: entities, mentions, and addresses between < and >. */
  private String asTyped(String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    for (var user : workspace.users()) {
      escaped = escaped.replaceAll("(?<!\\w)@" + user.name() + "\\b", "<@" + user.id() + ">");
    }
    return LINK.matcher(escaped).replaceAll("<$0>");
  }
}
