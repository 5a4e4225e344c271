package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.Json;

/** {@code views.*}: modals and home tabs. */
final class ViewMethods {
  private final SlackWorkspace workspace;

  ViewMethods(SlackWorkspace workspace) {
    this.workspace = workspace;
  }

  void addTo(MethodTable table) {
    table.add("views.open", "", MethodTable.TIER_4, this::open);
    table.add("views.push", "", MethodTable.TIER_4, this::push);
    table.add("views.update", "", MethodTable.TIER_4, this::update);
    table.add("views.publish", "", MethodTable.TIER_4, this::publish);
  }

  private ObjectNode open(Call call) {
    ObjectNode view = view(call, "modal");
    String user = workspace.triggers().exchange(call.need("trigger_id"));
    return answer(workspace.views().open(user, view));
  }

  private ObjectNode push(Call call) {
    ObjectNode view = view(call, "modal");
    String user = workspace.triggers().exchange(call.need("trigger_id"));
    if (workspace.views().of(user).isEmpty()) {
      throw new SlackRefusal("not_found");
    }
    return answer(workspace.views().push(user, view));
  }

  private ObjectNode update(Call call) {
    ObjectNode view = view(call, "modal");
    Optional<ObjectNode> old =
        call.has("view_id")
            ? workspace.views().byId(call.need("view_id"))
            : workspace.views().byExternalId(call.need("external_id"));
    ObjectNode before = old.orElseThrow(() -> new SlackRefusal("not_found"));
    refuseOldHash(call, before);
    return answer(workspace.views().update(before, view));
  }

  private ObjectNode publish(Call call) {
    ObjectNode view = view(call, "home");
    String user = workspace.user(call.need("user_id")).id();
    workspace.views().home(user).ifPresent(before -> refuseOldHash(call, before));
    return answer(workspace.views().publish(user, view));
  }

  private static void refuseOldHash(Call call, ObjectNode before) {
    if (call.has("hash") && !call.need("hash").equals(before.path("hash").asText())) {
      throw new SlackRefusal("hash_conflict");
    }
  }

  private static ObjectNode view(Call call, String type) {
    return ViewContent.checked(call.json("view", "invalid_arguments"), type);
  }

  private static ObjectNode answer(ObjectNode view) {
    return Json.object().set("view", view.deepCopy());
  }
}
