package no.grenselos.playground.teams.connector;

import com.fasterxml.jackson.databind.JsonNode;
import no.grenselos.playground.stage.Json;

/** What the connector answers when all is well. */
record Answer(int status, JsonNode body) {
  static Answer ok(JsonNode body) {
    return new Answer(200, body);
  }

  /** Something is there now that was not before. */
  static Answer created(String id) {
    return new Answer(201, Json.object().put("id", id));
  }
}
