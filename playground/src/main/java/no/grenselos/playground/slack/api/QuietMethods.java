package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.slack.workspace.SlackUser;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.Json;

/**
 * {@code dnd.*} and {@code users.getPresence}: who may be disturbed now. A bot sees of others only
 * that they are quiet, not whether by a snooze; snoozing needs a person's own token.
 */
final class QuietMethods {
  private static final int MOST_USERS = 50;

  private final SlackWorkspace workspace;

  QuietMethods(SlackWorkspace workspace) {
    this.workspace = workspace;
  }

  void addTo(MethodTable table) {
    table.add("dnd.info", "dnd:read", MethodTable.TIER_3, this::one);
    table.add("dnd.teamInfo", "dnd:read", MethodTable.TIER_2, this::several);
    table.add("users.getPresence", "users:read", MethodTable.TIER_3, this::presence);
    for (String own : List.of("dnd.setSnooze", "dnd.endSnooze", "dnd.endDnd")) {
      table.add(own, "", MethodTable.TIER_2, call -> refuseBot());
    }
  }

  private ObjectNode one(Call call) {
    String user = call.text("user").orElse(workspace.seed().app().botUser());
    return workspace.quiet().status(workspace.user(user));
  }

  private ObjectNode several(Call call) {
    List<String> asked = List.of(call.need("users").split("\\s*,\\s*"));
    if (asked.size() < 2) {
      // "Must provide more than one user"
      throw new SlackRefusal("no_users_provided");
    }
    if (asked.size() > MOST_USERS) {
      throw new SlackRefusal("too_many_users");
    }
    ObjectNode answer = Json.object();
    ObjectNode users = answer.putObject("users");
    // who is not known is left out, as Slack does
    workspace.users().stream()
        .filter(user -> asked.contains(user.id()))
        .forEach(user -> users.set(user.id(), workspace.quiet().status(user)));
    return answer.put("cached", false);
  }

  private ObjectNode presence(Call call) {
    String id = call.text("user").orElse(workspace.seed().app().botUser());
    SlackUser user = workspace.user(id);
    return Json.object().put("presence", workspace.quiet().isActive(user) ? "active" : "away");
  }

  private static ObjectNode refuseBot() {
    throw new SlackRefusal("not_allowed_token_type");
  }
}
