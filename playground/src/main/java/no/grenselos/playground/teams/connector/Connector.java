package no.grenselos.playground.teams.connector;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.function.Function;
import no.grenselos.playground.stage.Connection;
import no.grenselos.playground.stage.Stage;
import no.grenselos.playground.teams.identity.Tokens;
import no.grenselos.playground.teams.tenant.Asked;
import no.grenselos.playground.teams.tenant.TeamsRefusal;
import no.grenselos.playground.teams.tenant.Tenant;

/**
 * The Bot Connector at {@code /teams/connector/v3/}: answers as Teams does, and writes down every
 * call with its outcome.
 */
public final class Connector {
  /** Below the server's own address; the activities' {@code serviceUrl}. */
  public static final String PATH = "teams/connector/";

  private final Tenant tenant;
  private final Tokens tokens;
  private final TeamsWeather weather;

  public Connector(Tenant tenant, Stage stage, Tokens tokens) {
    this.tenant = tenant;
    this.tokens = tokens;
    this.weather = new TeamsWeather(stage.clock());
  }

  public TeamsWeather weather() {
    return weather;
  }

  public void open(RoutesConfig routes) {
    ActivityCalls activities = new ActivityCalls(tenant, weather);
    RosterCalls roster = new RosterCalls(tenant);
    String all = "/" + PATH + "v3/conversations";
    String one = all + "/{conversation}";
    routes.post(all, handler("create", new CreateCall(tenant, activities)::create));
    routes.post(one + "/activities", handler("send", activities::send));
    routes.post(one + "/activities/{activity}", handler("send", activities::send));
    routes.put(one + "/activities/{activity}", handler("edit", activities::edit));
    routes.delete(one + "/activities/{activity}", handler("delete", activities::delete));
    routes.get(one + "/members", handler("members", roster::members));
    routes.get(one + "/members/{member}", handler("members", roster::member));
    routes.get(one + "/pagedmembers", handler("members", roster::page));
    String team = "/" + PATH + "v3/teams/{team}";
    routes.get(team, handler("team", roster::team));
    routes.get(team + "/conversations", handler("team", roster::channels));
  }

  private Handler handler(String verb, Function<Call, Answer> work) {
    return ctx -> serve(Call.of(ctx, verb), work);
  }

  private void serve(Call call, Function<Call, Answer> work) {
    Context ctx = call.ctx();
    if (weather.isSilent()) {
      Connection.cut(ctx);
      return;
    }
    ctx.contentType("application/json; charset=utf-8");
    switch (weather.take()) {
      case Spell.Refuse(int status, Duration wait) -> refuse(call, status, wait);
      case Spell.Fine fine -> answer(call, work);
      case Spell.HangUp hangUp -> {
        answer(call, work);
        Connection.cut(ctx);
      }
      case Spell.Garble garble -> {
        answer(call, work);
        ctx.contentType("text/html").result("<html><body>Bad gateway</body>");
      }
    }
    pause(weather.slow());
  }

  private void refuse(Call call, int status, Duration wait) {
    retryAfter(call.ctx(), wait);
    TeamsRefusal weathered = new TeamsRefusal(status, "ServiceError", "The weather is bad.");
    call.ctx().status(status).result(weathered.json().toString());
    record(call, status, "", weathered.reason());
  }

  private void answer(Call call, Function<Call, Answer> work) {
    Context ctx = call.ctx();
    try {
      admit(call);
      tenant.alone(() -> {
        Answer answer = work.apply(call);
        ctx.status(answer.status()).result(answer.body().toString());
        record(call, answer.status(), "", "");
      });
    } catch (TeamsRefusal e) {
      ctx.status(e.status()).result(e.json().toString());
      record(call, e.status(), e.code(), e.reason());
    }
  }

  private void admit(Call call) {
    String authorization = call.ctx().header("Authorization");
    if (authorization == null || !tokens.admits(authorization)) {
      throw new TeamsRefusal(
          401, "Unauthorized", "Authorization has been denied for this request.");
    }
    Duration wait = weather.pace().wait(call);
    if (wait.isPositive()) {
      retryAfter(call.ctx(), wait);
      throw new TeamsRefusal(429, "TooManyRequests", "Too many requests.");
    }
  }

  private static void retryAfter(Context ctx, Duration wait) {
    if (wait.isPositive()) {
      ctx.header("Retry-After", Long.toString(wait.plusNanos(999_999_999).toSeconds()));
    }
  }

  private void record(Call call, int status, String code, String reason) {
    tenant.alone(() ->
        tenant.record(
            new Asked(
                call.verb(),
                call.address().conversation(),
                call.recorded(),
                status,
                code,
                reason,
                tenant.ids().now())));
  }

  private static void pause(Duration longer) {
    try {
      Thread.sleep(longer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
