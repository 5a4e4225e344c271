package no.grenselos.playground.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import java.util.function.Function;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Json;

/** Adds doors of the control API: {@code POST /play/slack/VERB} with a JSON object. */
final class Doors {
  private final RoutesConfig routes;
  private final String folder;

  Doors(RoutesConfig routes, String folder) {
    this.routes = routes;
    this.folder = folder;
  }

  void add(String verb, Function<JsonNode, ObjectNode> act) {
    routes.post(
        folder + verb, ctx -> ctx.contentType("application/json").result(done(act, ctx.body())));
  }

  /** A field that the verb cannot do without. */
  static String need(JsonNode body, String field) {
    String value = body.path(field).asText();
    if (value.isEmpty()) {
      throw new BadRequest("missing: " + field);
    }
    return value;
  }

  private static String done(Function<JsonNode, ObjectNode> act, String body) {
    try {
      return act.apply(Json.parse(body)).toString();
    } catch (SlackRefusal e) {
      throw new BadRequest(String.valueOf(e.getMessage()));
    }
  }
}
