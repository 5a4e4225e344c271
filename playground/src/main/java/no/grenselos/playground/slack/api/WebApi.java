package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import no.grenselos.playground.slack.workspace.Asked;
import no.grenselos.playground.slack.workspace.SlackApp;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.Connection;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.stage.Stage;

/**
 * Slack's Web API at {@code /slack/api/METHOD}: takes forms and JSON, answers as Slack does, and
 * writes down every call with its outcome.
 */
public final class WebApi {
  static final String CONNECT = "apps.connections.open";

  private final SlackWorkspace workspace;
  private final Weather weather;
  private final Access access;
  private final MethodTable table = new MethodTable();

  public WebApi(SlackWorkspace workspace, Stage stage, MessageWatch watch, Supplier<URI> socket) {
    this.workspace = workspace;
    this.weather = new Weather(stage.clock());
    this.access = new Access(workspace);
    new AppMethods(workspace.seed(), stage, socket).addTo(table);
    new ChatMethods(workspace, access, stage, watch).addTo(table);
    new ConversationMethods(workspace, access).addTo(table);
    new FileMethods(workspace, stage).addTo(table);
    new HistoryMethods(workspace, access).addTo(table);
    new PinMethods(workspace, access).addTo(table);
    new QuietMethods(workspace).addTo(table);
    new ReactionMethods(workspace, access, new Reactions(workspace, watch)).addTo(table);
    new UnfurlMethods(workspace, watch).addTo(table);
    new UserMethods(workspace, access).addTo(table);
    new ViewMethods(workspace).addTo(table);
  }

  public Weather weather() {
    return weather;
  }

  public void open(RoutesConfig routes) {
    routes.post("/slack/api/{method}", this::serve);
    routes.get("/slack/api/{method}", this::serve);
  }

  private void serve(Context ctx) {
    String method = ctx.pathParam("method");
    if (weather.isSilent()) {
      Connection.cut(ctx);
      return;
    }
    if (weather.isUnavailable()) {
      ctx.status(503).result("upstream connect error");
      return;
    }
    ctx.contentType("application/json; charset=utf-8").header("x-oauth-scopes", access.provided());
    ctx.result(answer(ctx, method).toString());
    pause(weather.slow());
    if (weather.losesAnswerOf(method)) {
      Connection.cut(ctx);
    }
  }

  private ObjectNode answer(Context ctx, String name) {
    Call call = new Call(name, Json.object());
    try {
      call = new Call(name, RequestBody.arguments(ctx));
      String token = RequestBody.token(ctx, call.arguments());
      WebMethod method = table.find(name).orElseThrow(() -> unknown(name));
      admit(token, name);
      ctx.header("x-accepted-oauth-scopes", method.scope());
      refuseTooFast(ctx, method, call);
      access.needScope(method.scope());
      return done(method, call);
    } catch (SlackRefusal e) {
      record(call, e.error(), e.reasons());
      return e.json();
    }
  }

  private ObjectNode done(WebMethod method, Call call) {
    return workspace.atomically(() -> {
      ObjectNode answer = Json.object().put("ok", true).setAll(method.answer().apply(call));
      record(call, "", List.of());
      return answer;
    });
  }

  private void record(Call call, String error, List<String> reasons) {
    workspace.atomically(() -> {
      workspace.record(
          new Asked(call.method(), call.arguments(), error, reasons, workspace.stamps().now()));
      return error;
    });
  }

  private void admit(String token, String method) {
    SlackApp.Secrets secrets = workspace.seed().app().secrets();
    if (token.isEmpty()) {
      throw new SlackRefusal("not_authed");
    }
    if (!token.equals(secrets.botToken()) && !token.equals(secrets.appToken())) {
      throw new SlackRefusal("invalid_auth");
    }
    if (token.equals(secrets.botToken())) {
      workspace.atomically(workspace::install).admit();
    }
    boolean needsAppToken = method.equals(CONNECT);
    // either kind of token may ask whose it is
    if (!method.equals("auth.test") && needsAppToken != token.equals(secrets.appToken())) {
      throw new SlackRefusal("not_allowed_token_type");
    }
  }

  private void refuseTooFast(Context ctx, WebMethod method, Call call) {
    Duration wait = weather.limits().wait(method, call);
    if (wait.isPositive()) {
      long seconds = wait.plusNanos(999_999_999).toSeconds();
      ctx.status(429).header("Retry-After", Long.toString(seconds));
      throw new SlackRefusal("ratelimited");
    }
  }

  private static SlackRefusal unknown(String name) {
    return new SlackRefusal("unknown_method").with("req_method", name);
  }

  private static void pause(Duration longer) {
    try {
      Thread.sleep(longer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
