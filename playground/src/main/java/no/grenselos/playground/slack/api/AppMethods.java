package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.function.Supplier;
import no.grenselos.playground.slack.workspace.SlackApp;
import no.grenselos.playground.slack.workspace.SlackSeed;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.stage.Stage;

/** {@code auth.test}, {@code api.test} and {@code apps.connections.open}: the app about itself. */
final class AppMethods {
  private final SlackSeed seed;
  private final Stage stage;
  private final Supplier<URI> socket;

  AppMethods(SlackSeed seed, Stage stage, Supplier<URI> socket) {
    this.seed = seed;
    this.stage = stage;
    this.socket = socket;
  }

  void addTo(MethodTable table) {
    table.add("api.test", "", MethodTable.TIER_4, call -> Json.object());
    table.add("auth.test", "", MethodTable.SPECIAL, call -> test());
    table.add(WebApi.CONNECT, "", MethodTable.TIER_3, call -> connect());
  }

  private ObjectNode test() {
    SlackApp app = seed.app();
    return Json.object()
        .put("url", stage.base().toString())
        .put("team", seed.teamName())
        .put("user", app.name())
        .put("team_id", seed.teamId())
        .put("user_id", app.botUser())
        .put("bot_id", app.botId())
        .put("is_enterprise_install", false);
  }

  private ObjectNode connect() {
    return Json.object().put("url", socket.get().toString());
  }
}
