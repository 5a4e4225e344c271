package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.Json;

/** {@code reactions.*}: the app's own emoji. */
final class ReactionMethods {
  private final SlackWorkspace workspace;
  private final Access access;
  private final Reactions reactions;

  ReactionMethods(SlackWorkspace workspace, Access access, Reactions reactions) {
    this.workspace = workspace;
    this.access = access;
    this.reactions = reactions;
  }

  void addTo(MethodTable table) {
    table.add("reactions.add", "reactions:write", MethodTable.TIER_3, call -> react(call, true));
    table.add(
        "reactions.remove", "reactions:write", MethodTable.TIER_2, call -> react(call, false));
    table.add("reactions.get", "reactions:read", MethodTable.TIER_3, this::read);
  }

  private ObjectNode react(Call call, boolean added) {
    SlackChannel channel = access.joined(call.need("channel"));
    if (channel.archived()) {
      throw new SlackRefusal("is_archived");
    }
    String user = workspace.seed().app().botUser();
    reactions.react(channel, call.need("timestamp"), new Reaction(user, call.need("name"), added));
    return Json.object();
  }

  private ObjectNode read(Call call) {
    SlackChannel channel = access.visible(call.need("channel"));
    ObjectNode message = workspace.messages().existing(channel.id(), call.need("timestamp"));
    ObjectNode answer = Json.object().put("type", "message").put("channel", channel.id());
    return answer.set("message", message.deepCopy());
  }
}
