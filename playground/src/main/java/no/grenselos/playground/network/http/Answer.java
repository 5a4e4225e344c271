package no.grenselos.playground.network.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import no.grenselos.playground.stage.Json;

/** Writes answers. */
final class Answer {
  private Answer() {}

  static void json(Context ctx, JsonNode body) {
    ctx.contentType("application/json; charset=utf-8").result(body.toString());
  }

  static void error(Context ctx, int status, String reason) {
    ctx.status(status);
    json(ctx, Json.object().put("error", reason));
  }
}
