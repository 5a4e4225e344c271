package no.grenselos.playground.teams.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.stage.Stage;
import no.grenselos.playground.teams.tenant.TeamsSeed;

/**
 * The login at {@code /teams/login/}: the keys by which the bot knows the connector, and {@code
 * {tenant}/oauth2/v2.0/token} for the bot's own token by client credentials.
 */
public final class LoginDoor {
  /** What the bot must ask for. */
  static final String SCOPE = Tokens.ISSUER + "/.default";

  private final TeamsSeed seed;
  private final Stage stage;
  private final Tokens tokens;
  private volatile boolean down;

  public LoginDoor(TeamsSeed seed, Stage stage, Tokens tokens) {
    this.seed = seed;
    this.stage = stage;
    this.tokens = tokens;
  }

  /** Every answer of the login is 503, until it is told otherwise. */
  public void down(boolean on) {
    down = on;
  }

  public void open(RoutesConfig routes) {
    routes.get("/teams/login/v1/.well-known/openidconfiguration", ctx -> answer(ctx, metadata()));
    routes.get("/teams/login/v1/keys", ctx -> answer(ctx, tokens.keySet()));
    routes.post("/teams/login/{tenant}/oauth2/v2.0/token", this::token);
  }

  private ObjectNode metadata() {
    ObjectNode metadata = Json.object().put("issuer", Tokens.ISSUER);
    metadata.put("jwks_uri", stage.base().resolve("teams/login/v1/keys").toString());
    metadata.putArray("id_token_signing_alg_values_supported").add("RS256");
    return metadata;
  }

  private void token(Context ctx) {
    if (!ctx.pathParam("tenant").equals(seed.tenantId())) {
      refuse(ctx, 400, "invalid_request", "AADSTS90002: Tenant not found.");
    } else if (!form(ctx, "grant_type").equals("client_credentials")) {
      refuse(ctx, 400, "unsupported_grant_type", "AADSTS70003: The grant type is not supported.");
    } else if (!form(ctx, "client_id").equals(seed.app().appId())) {
      refuse(ctx, 400, "unauthorized_client", "AADSTS700016: Application was not found.");
    } else if (!form(ctx, "client_secret").equals(seed.app().secret())) {
      refuse(ctx, 401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
    } else if (!form(ctx, "scope").equals(SCOPE)) {
      refuse(ctx, 400, "invalid_scope", "AADSTS70011: The scope is not valid.");
    } else {
      long seconds = Tokens.life().toSeconds();
      ObjectNode body = Json.object().put("token_type", "Bearer").put("expires_in", seconds);
      answer(ctx, body.put("ext_expires_in", seconds).put("access_token", tokens.issue()));
    }
  }

  private void refuse(Context ctx, int status, String error, String description) {
    ctx.status(status);
    answer(ctx, Json.object().put("error", error).put("error_description", description));
  }

  private void answer(Context ctx, ObjectNode body) {
    if (down) {
      ctx.status(503).result("Service Unavailable");
      return;
    }
    ctx.contentType("application/json; charset=utf-8").result(body.toString());
  }

  private static String form(Context ctx, String field) {
    String value = ctx.formParam(field);
    return value == null ? "" : value;
  }
}
