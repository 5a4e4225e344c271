package no.grenselos.playground.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import java.util.function.Function;

/** Adds doors of the control API: {@code POST /play/PART/VERB} with a JSON object. */
public final class Doors {
  private final RoutesConfig routes;
  private final String folder;
  private final Class<? extends RuntimeException> refusal;

  /**
   * @param folder {@code /play/PART/}
   * @param refusal how the part says no; its text is shown as that of a {@link BadRequest}
   */
  public Doors(RoutesConfig routes, String folder, Class<? extends RuntimeException> refusal) {
    this.routes = routes;
    this.folder = folder;
    this.refusal = refusal;
  }

  public void add(String verb, Function<JsonNode, ObjectNode> act) {
    routes.post(
        folder + verb, ctx -> ctx.contentType("application/json").result(done(act, ctx.body())));
  }

  /** A field that the verb cannot do without. */
  public static String need(JsonNode body, String field) {
    String value = body.path(field).asText();
    if (value.isEmpty()) {
      throw new BadRequest("missing: " + field);
    }
    return value;
  }

  private String done(Function<JsonNode, ObjectNode> act, String body) {
    try {
      return act.apply(Json.parse(body)).toString();
    } catch (RuntimeException e) {
      throw refusal.isInstance(e) ? new BadRequest(String.valueOf(e.getMessage())) : e;
    }
  }
}
