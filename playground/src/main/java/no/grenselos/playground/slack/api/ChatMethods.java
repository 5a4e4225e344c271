package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import no.grenselos.playground.slack.workspace.SlackApp;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.stage.Stage;

/** {@code chat.*}: the app posts, edits and deletes its messages. */
final class ChatMethods {
  private final SlackWorkspace workspace;
  private final Access access;
  private final Stage stage;
  private final MessageWatch watch;

  ChatMethods(SlackWorkspace workspace, Access access, Stage stage, MessageWatch watch) {
    this.workspace = workspace;
    this.access = access;
    this.stage = stage;
    this.watch = watch;
  }

  void addTo(MethodTable table) {
    table.add("chat.postMessage", "chat:write", MethodTable.POSTS, this::post);
    table.add("chat.postEphemeral", "chat:write", MethodTable.TIER_4, this::whisper);
    table.add("chat.update", "chat:write", MethodTable.TIER_3, this::update);
    table.add("chat.delete", "chat:write", MethodTable.TIER_3, this::delete);
    table.add("chat.getPermalink", "", MethodTable.SPECIAL, this::permalink);
  }

  private ObjectNode post(Call call) {
    SlackChannel channel = access.writable(call.need("channel"));
    ObjectNode message = fromBot().setAll(workspace.files().share(MessageContent.whole(call)));
    call.text("thread_ts").ifPresent(ts -> message.put("thread_ts", ts));
    if (call.flag("reply_broadcast")) {
      message.put("subtype", "thread_broadcast");
    }
    workspace.messages().post(channel.id(), message);
    watch.posted(channel, message);
    return about(channel, message).set("message", message.deepCopy());
  }

  private ObjectNode whisper(Call call) {
    SlackChannel channel = access.writable(call.need("channel"));
    String user = call.need("user");
    if (!channel.members().contains(user)) {
      throw new SlackRefusal("user_not_in_channel");
    }
    ObjectNode message = fromBot().setAll(workspace.files().share(MessageContent.whole(call)));
    workspace.messages().whisper(channel.id(), user, message);
    return Json.object().put("message_ts", message.path("ts").asText());
  }

  private ObjectNode update(Call call) {
    SlackChannel channel = access.visible(call.need("channel"));
    ObjectNode message = own(channel, call.need("ts"), "cant_update_message");
    ObjectNode content = workspace.files().share(MessageContent.given(call));
    if (content.isEmpty()) {
      throw new SlackRefusal("no_text");
    }
    ObjectNode before = message.deepCopy();
    message.setAll(content);
    message.putObject("edited").put("user", app().botUser()).put("ts", workspace.stamps().ts());
    workspace.messages().edited(channel.id(), message);
    watch.edited(channel, message, before);
    ObjectNode answer = about(channel, message).put("text", message.path("text").asText());
    return answer.set("message", message.deepCopy());
  }

  private ObjectNode delete(Call call) {
    SlackChannel channel = access.visible(call.need("channel"));
    ObjectNode message = own(channel, call.need("ts"), "cant_delete_message");
    workspace.messages().delete(channel.id(), message);
    watch.deleted(channel, message);
    return about(channel, message);
  }

  private ObjectNode permalink(Call call) {
    SlackChannel channel = access.visible(call.need("channel"));
    String ts = call.need("message_ts");
    ObjectNode message = workspace.messages().existing(channel.id(), ts);
    String digits = message.path("ts").asText().replace(".", "");
    String path = "archives/" + channel.id() + "/p" + digits;
    return Json.object()
        .put("channel", channel.id())
        .put("permalink", stage.base().resolve(path).toString());
  }

  private ObjectNode own(SlackChannel channel, String ts, String whenForeign) {
    ObjectNode message = workspace.messages().existing(channel.id(), ts);
    if (!message.path("bot_id").asText().equals(app().botId())) {
      throw new SlackRefusal(whenForeign);
    }
    return message;
  }

  private ObjectNode fromBot() {
    return BotMessage.begin(workspace.seed());
  }

  private SlackApp app() {
    return workspace.seed().app();
  }

  private static ObjectNode about(SlackChannel channel, ObjectNode message) {
    return Json.object().put("channel", channel.id()).put("ts", message.path("ts").asText());
  }
}
