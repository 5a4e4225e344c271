package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import no.grenselos.playground.slack.workspace.SlackApp;
import no.grenselos.playground.slack.workspace.SlackSeed;
import no.grenselos.playground.stage.Json;

/** The fields that every message of the app has. */
final class BotMessage {
  private BotMessage() {}

  static ObjectNode begin(SlackSeed seed) {
    SlackApp app = seed.app();
    ObjectNode message = Json.object().put("type", "message").put("user", app.botUser());
    message.put("bot_id", app.botId()).put("app_id", app.appId()).put("team", seed.teamId());
    message
        .putObject("bot_profile")
        .put("id", app.botId())
        .put("app_id", app.appId())
        .put("name", app.name())
        .put("deleted", false)
        .put("team_id", seed.teamId());
    return message;
  }
}
