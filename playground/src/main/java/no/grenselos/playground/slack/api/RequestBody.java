package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Json;

/** Reads the arguments of a call: from the address, a form, or a JSON object. */
final class RequestBody {
  private RequestBody() {}

  static ObjectNode arguments(Context ctx) {
    ObjectNode arguments = Json.object();
    fill(arguments, ctx.queryParamMap());
    if (isJson(ctx)) {
      arguments.setAll(object(ctx.body()));
    } else {
      fill(arguments, ctx.formParamMap());
    }
    return arguments;
  }

  /** The token: from the header, or from a form; in a JSON body Slack does not look for it. */
  static String token(Context ctx, ObjectNode arguments) {
    String header = ctx.header("Authorization");
    String inForm = isJson(ctx) ? "" : arguments.path("token").asText();
    arguments.remove("token");
    return header != null && header.startsWith("Bearer ")
        ? header.substring("Bearer ".length()).strip()
        : inForm;
  }

  private static boolean isJson(Context ctx) {
    String type = ctx.contentType();
    return type != null && type.startsWith("application/json");
  }

  private static ObjectNode object(String body) {
    try {
      if (Json.parse(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (BadRequest e) {
      throw new SlackRefusal("invalid_json");
    }
    throw new SlackRefusal("json_not_object");
  }

  private static void fill(ObjectNode arguments, Map<String, List<String>> fields) {
    fields.forEach((name, values) -> arguments.put(name, values.getFirst()));
  }
}
