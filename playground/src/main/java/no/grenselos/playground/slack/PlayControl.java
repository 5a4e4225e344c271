package no.grenselos.playground.slack;

import static no.grenselos.playground.stage.Doors.need;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import java.time.Duration;
import java.util.Map;
import no.grenselos.playground.slack.api.Weather;
import no.grenselos.playground.slack.delivery.AppAnswer;
import no.grenselos.playground.slack.people.Press;
import no.grenselos.playground.slack.people.SlackPeople;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.stage.Doors;
import no.grenselos.playground.stage.Json;

/** What people do on the page: {@code POST /play/slack/VERB} with a JSON object. */
final class PlayControl {
  private final SlackPeople people;
  private final Weather weather;

  PlayControl(SlackPeople people, Weather weather) {
    this.people = people;
    this.weather = weather;
  }

  void open(RoutesConfig routes) {
    Doors doors = new Doors(routes, "/play/slack/", SlackRefusal.class);
    doors.add("press", this::press);
    doors.add("view-action", this::viewAction);
    doors.add("type", this::type);
    doors.add("react", this::react);
    doors.add("pin", this::pin);
    doors.add("say", this::say);
    doors.add("command", this::command);
    doors.add("shortcut", this::shortcut);
    doors.add("submit", this::submit);
    doors.add("close", this::close);
    doors.add("home", this::home);
    doors.add("weather", this::weather);
    routes.get(
        "/archives/{channel}/{message}",
        ctx -> ctx.redirect("/#" + ctx.pathParam("channel") + "/" + ctx.pathParam("message")));
  }

  private ObjectNode press(JsonNode body) {
    return outcome(people.press(pressed(body)));
  }

  private ObjectNode viewAction(JsonNode body) {
    return outcome(people.pressInView(pressed(body), need(body, "view_id"), body.path("values")));
  }

  private ObjectNode type(JsonNode body) {
    return people
        .typeInView(pressed(body), need(body, "view_id"), body.path("values"))
        .map(PlayControl::outcome)
        .orElseGet(Json::object);
  }

  private ObjectNode pin(JsonNode body) {
    boolean pinned = !body.path("remove").asBoolean();
    people.pin(need(body, "user"), need(body, "channel"), need(body, "ts"), pinned);
    return Json.object();
  }

  private ObjectNode react(JsonNode body) {
    String name = need(body, "name");
    if (body.path("remove").asBoolean()) {
      people.unreact(need(body, "user"), need(body, "channel"), need(body, "ts"), name);
    } else {
      people.react(need(body, "user"), need(body, "channel"), need(body, "ts"), name);
    }
    return Json.object();
  }

  private ObjectNode say(JsonNode body) {
    String thread = body.path("thread_ts").asText();
    String user = need(body, "user");
    return Json.object()
        .put("ts", people.reply(user, need(body, "channel"), thread, need(body, "text")));
  }

  private ObjectNode command(JsonNode body) {
    String text = body.path("text").asText();
    return outcome(
        people.command(need(body, "user"), need(body, "channel"), need(body, "command"), text));
  }

  private ObjectNode shortcut(JsonNode body) {
    String callback = need(body, "callback_id");
    if (!body.has("ts")) {
      return outcome(people.shortcut(need(body, "user"), callback));
    }
    return outcome(
        people.shortcut(need(body, "user"), need(body, "channel"), need(body, "ts"), callback));
  }

  private ObjectNode submit(JsonNode body) {
    Map<String, String> errors =
        people.submit(need(body, "user"), need(body, "view_id"), body.path("values"));
    ObjectNode answer = Json.object();
    return errors.isEmpty() ? answer : answer.set("errors", Json.of(errors));
  }

  private ObjectNode close(JsonNode body) {
    people.close(need(body, "user"), need(body, "view_id"));
    return Json.object();
  }

  private ObjectNode home(JsonNode body) {
    people.openHome(need(body, "user"));
    return Json.object();
  }

  private ObjectNode weather(JsonNode body) {
    if (body.has("down")) {
      weather.down(body.path("down").asBoolean());
    }
    if (body.has("slow_ms")) {
      weather.slow(Duration.ofMillis(body.path("slow_ms").asLong()));
    }
    JsonNode limit = body.path("rate_limit");
    if (limit.isObject()) {
      Duration wait = Duration.ofSeconds(limit.path("retry_after").asLong(1));
      weather.rateLimitNext(need(limit, "method"), limit.path("count").asInt(1), wait);
    }
    return Json.object();
  }

  private static Press pressed(JsonNode body) {
    JsonNode chosen =
        body.has("selected_option") ? body.path("selected_option") : body.path("value");
    return new Press(
        need(body, "user"),
        body.path("channel").asText(),
        body.path("ts").asText(),
        body.path("block_id").asText(),
        need(body, "action_id"),
        chosen);
  }

  private static ObjectNode outcome(AppAnswer answer) {
    return switch (answer) {
      case AppAnswer.Taken taken -> Json.object();
      case AppAnswer.NotTaken missed -> Json.object().put("trouble", missed.reason());
    };
  }
}
