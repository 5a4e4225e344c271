package no.grenselos.playground.teams.tenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import no.grenselos.playground.stage.Json;

/** The connector says no, in the Bot Connector's words: {@code {"error": {"code", "message"}}}. */
public final class TeamsRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  public TeamsRefusal(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  public static TeamsRefusal notFound(String code, String message) {
    return new TeamsRefusal(404, code, message);
  }

  public static TeamsRefusal forbidden(String code, String message) {
    return new TeamsRefusal(403, code, message);
  }

  public static TeamsRefusal badSyntax(String message) {
    return new TeamsRefusal(400, "BadSyntax", message);
  }

  public static TeamsRefusal badArgument(String message) {
    return new TeamsRefusal(400, "BadArgument", message);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }

  public ObjectNode json() {
    ObjectNode body = Json.object();
    body.putObject("error").put("code", code).put("message", reason());
    return body;
  }
}
