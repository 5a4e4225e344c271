package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackChannel.Kind;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.slack.workspace.SlackUser;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.Json;

/** {@code conversations.*} except reading messages. */
final class ConversationMethods {
  private final SlackWorkspace workspace;
  private final Access access;

  ConversationMethods(SlackWorkspace workspace, Access access) {
    this.workspace = workspace;
    this.access = access;
  }

  void addTo(MethodTable table) {
    table.add("conversations.open", "im:write", MethodTable.TIER_3, this::open);
    table.add("conversations.list", "", MethodTable.TIER_2, this::list);
    table.add("conversations.info", "", MethodTable.TIER_3, this::one);
    table.add("conversations.members", "", MethodTable.TIER_4, this::members);
    table.add("conversations.join", "channels:join", MethodTable.TIER_3, this::join);
  }

  private ObjectNode open(Call call) {
    List<String> users =
        List.of(
            call.text("users")
                .orElseThrow(() -> new SlackRefusal("users_list_not_supplied"))
                .split(","));
    if (users.size() > 1) {
      throw new SlackRefusal("method_not_supported_for_channel_type");
    }
    SlackUser user = workspace.user(users.getFirst().strip());
    if (user.deleted()) {
      throw new SlackRefusal("user_disabled");
    }
    SlackChannel channel = workspace.directWith(user.id());
    ObjectNode shown = Json.object().put("id", channel.id());
    return Json.object().set("channel", call.flag("return_im") ? channel.json(bot()) : shown);
  }

  private ObjectNode list(Call call) {
    Set<String> types = Set.of(call.text("types").orElse("public_channel").split("\\s*,\\s*"));
    for (Kind kind : Kind.values()) {
      if (types.contains(kind.listType())) {
        access.needScope(kind.scope("read"));
      }
    }
    List<SlackChannel> wanted =
        workspace.channels().stream()
            .filter(channel -> types.contains(channel.kind().listType()))
            .filter(channel -> channel.kind() != Kind.PRIVATE || channel.members().contains(bot()))
            .filter(channel -> !channel.archived() || !call.flag("exclude_archived"))
            .toList();
    return Pages.page(call, "channels", wanted, SlackChannel::id, this::json);
  }

  private ObjectNode one(Call call) {
    return Json.object().set("channel", json(seen(call)));
  }

  private ObjectNode members(Call call) {
    List<String> members = List.copyOf(seen(call).members());
    return Pages.page(call, "members", members, id -> id, Json::of);
  }

  private ObjectNode join(Call call) {
    SlackChannel channel = access.visible(call.need("channel"));
    if (channel.kind() != Kind.PUBLIC) {
      throw new SlackRefusal("method_not_supported_for_channel_type");
    }
    if (channel.archived()) {
      throw new SlackRefusal("is_archived");
    }
    SlackChannel joined = channel.withMember(bot());
    workspace.put(joined);
    return Json.object().set("channel", json(joined));
  }

  private SlackChannel seen(Call call) {
    SlackChannel channel = access.visible(call.need("channel"));
    access.needScope(channel.kind().scope("read"));
    return channel;
  }

  private JsonNode json(SlackChannel channel) {
    ObjectNode json = channel.json(bot());
    if (channel.isIm()) {
      json.put("is_user_deleted", workspace.user(channel.name()).deleted());
    }
    return json;
  }

  private String bot() {
    return workspace.seed().app().botUser();
  }
}
