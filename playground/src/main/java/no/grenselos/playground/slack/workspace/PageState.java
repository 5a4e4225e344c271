package no.grenselos.playground.slack.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import no.grenselos.playground.stage.Json;

/** All that the page draws of a workspace, as JSON. Use it inside the workspace's lock. */
final class PageState {
  private PageState() {}

  static ObjectNode of(SlackWorkspace workspace) {
    SlackSeed seed = workspace.seed();
    ObjectNode json = Json.object();
    json.putObject("team").put("id", seed.teamId()).put("name", seed.teamName());
    json.set("bot", seed.bot().card());
    json.set("app", seed.app().features().json());
    json.put("install", install(workspace.install()));
    workspace.users().stream()
        .filter(user -> !user.id().equals(seed.app().botUser()))
        .forEach(user -> json.withArray("users").add(workspace.card(user)));
    workspace.channels().forEach(channel -> json.withArray("channels").add(channel.card()));
    ObjectNode all = json.putObject("messages");
    for (SlackChannel channel : workspace.channels()) {
      var list = all.putArray(channel.id());
      workspace.messages().in(channel.id()).values().forEach(m -> list.add(m.deepCopy()));
    }
    json.set("whispers", workspace.messages().whispersJson());
    json.set("views", workspace.views().stacksJson());
    json.set("homes", workspace.views().homesJson());
    return json;
  }

  static String install(Install state) {
    return state.name().toLowerCase(java.util.Locale.ROOT);
  }
}
