package no.grenselos.playground.teams.tenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import no.grenselos.playground.stage.Json;

/**
 * The bot's registration.
 *
 * @param appId a GUID; the bot's id in conversations is "28:" and this
 * @param secret for the client-credentials grant
 * @param name as people mention it
 */
public record TeamsApp(String appId, String secret, String name) {
  /** What the demo and most tests use. */
  public static TeamsApp usual() {
    return new TeamsApp(
        "6c1f0b52-7d0e-4d5c-9a41-0c7f1e2b3a44", "playground-teams-secret", "Grenselos");
  }

  public String botId() {
    return "28:" + appId;
  }

  /** As an activity names it. */
  public ObjectNode account() {
    return Json.object().put("id", botId()).put("name", name);
  }
}
