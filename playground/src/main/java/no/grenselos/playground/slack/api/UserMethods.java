package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.slack.workspace.SlackUser;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.Json;

/** {@code users.*}: who works here. */
final class UserMethods {
  private final SlackWorkspace workspace;
  private final Access access;

  UserMethods(SlackWorkspace workspace, Access access) {
    this.workspace = workspace;
    this.access = access;
  }

  void addTo(MethodTable table) {
    table.add("users.info", "users:read", MethodTable.TIER_4, this::one);
    table.add("users.list", "users:read", MethodTable.TIER_2, this::list);
    table.add("users.lookupByEmail", "users:read.email", MethodTable.TIER_3, this::byEmail);
  }

  private ObjectNode one(Call call) {
    return Json.object().set("user", json(call, workspace.user(call.need("user"))));
  }

  private ObjectNode list(Call call) {
    List<SlackUser> all = List.copyOf(workspace.users());
    return Pages.page(call, "members", all, SlackUser::id, user -> json(call, user));
  }

  private ObjectNode byEmail(Call call) {
    String email = call.need("email");
    SlackUser found =
        workspace.users().stream()
            .filter(user -> !user.email().isEmpty() && !user.deleted())
            .filter(user -> user.email().equalsIgnoreCase(email))
            .findFirst()
            .orElseThrow(() -> new SlackRefusal("users_not_found"));
    return Json.object().set("user", json(call, found));
  }

  private ObjectNode json(Call call, SlackUser user) {
    return user.json(
        workspace.seed(),
        workspace.stamps().now(),
        access.hasScope("users:read.email"),
        call.flag("include_locale"));
  }
}
