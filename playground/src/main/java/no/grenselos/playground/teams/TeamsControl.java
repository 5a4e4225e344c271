package no.grenselos.playground.teams;

import static no.grenselos.playground.stage.Doors.need;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import java.time.Duration;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Doors;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.teams.connector.TeamsWeather;
import no.grenselos.playground.teams.people.Outcome;
import no.grenselos.playground.teams.people.Press;
import no.grenselos.playground.teams.people.TeamsPeople;
import no.grenselos.playground.teams.tenant.TeamsRefusal;
import no.grenselos.playground.teams.tenant.Tenant;

/**
 * What people do on the page: {@code POST /play/teams/VERB} with a JSON object. {@code person} is
 * always who does it: GUID, "29:" id or address. What cannot be done is answered with 400 and
 * {@code {"error": "..."}}. An outcome is {@code {}} where all is done, {@code {"note": "..."}} for
 * a line from the bot or a link to follow, {@code {"errors": {INPUT: "..."}}} where something is to
 * be filled in first, or {@code {"trouble": "..."}}.
 *
 * <p>{@code GET /play/teams/state?person=...} is all that this person sees: {@code person}, {@code
 * conversations}, {@code messages} by conversation with the cards as they see them, {@code dialog}
 * where one is open, {@code notes} and {@code troubles}. What happens comes over {@code
 * /play/stream}: {@code teams.message}, {@code .message_changed}, {@code .message_deleted}, {@code
 * .reaction} (each with the whole message), {@code .view} (person, message as they see it), {@code
 * .dialog}, {@code .dialog_closed}, {@code .note}, {@code .trouble}, {@code .standing}, {@code
 * .disabled} and {@code .team}. After {@code .message_changed} nobody has a view of their own.
 */
final class TeamsControl {
  private final Tenant tenant;
  private final TeamsPeople people;
  private final TeamsWeather weather;

  TeamsControl(Tenant tenant, TeamsPeople people, TeamsWeather weather) {
    this.tenant = tenant;
    this.people = people;
    this.weather = weather;
  }

  void open(RoutesConfig routes) {
    Doors doors = new Doors(routes, "/play/teams/", TeamsRefusal.class);
    doors.add("say", this::say);
    doors.add("paste", this::paste);
    doors.add("press", this::press);
    doors.add("look", this::look);
    doors.add("extension", this::extension);
    doors.add("submit", this::submit);
    doors.add("close", this::close);
    doors.add("react", this::react);
    doors.add("client", this::client);
    doors.add("weather", this::weather);
    routes.get(
        "/play/teams/state",
        ctx -> {
          String who = ctx.queryParam("person");
          ctx.contentType("application/json").result(state(who == null ? "" : who).toString());
        });
  }

  private ObjectNode state(String who) {
    if (who.isEmpty()) {
      throw new BadRequest("missing: person");
    }
    return tenant.atomically(() -> tenant.json(tenant.person(who)));
  }

  /**
   * {@code say {person, conversation, text, root}}: writes a message; an empty conversation is the
   * person's own with the bot, {@code root} the message whose thread it goes to. Gives {@code id}.
   */
  private ObjectNode say(JsonNode body) {
    return Json.object()
        .put(
            "id",
            people.reply(
                need(body, "person"),
                body.path("conversation").asText(),
                body.path("root").asText(),
                need(body, "text")));
  }

  /** {@code paste {person, conversation, url}}: sends a link with the bot's preview of it. */
  private ObjectNode paste(JsonNode body) {
    String conversation = body.path("conversation").asText();
    return Json.object()
        .put("id", people.paste(need(body, "person"), conversation, need(body, "url")));
  }

  /**
   * {@code press {person, message, action, inputs}}: presses an action of a card, named by its id,
   * verb or title or by its place ("#0" is the first), with {@code {INPUT: "text"}}. Gives an
   * outcome; a dialog comes by the stream.
   */
  private ObjectNode press(JsonNode body) {
    Press press = Press.on(need(body, "person"), need(body, "message"), need(body, "action"));
    return outcome(people.press(press.with(body.path("inputs"))));
  }

  /** {@code look {person, message}}: lets the card refresh itself for this person. An outcome. */
  private ObjectNode look(JsonNode body) {
    return outcome(people.look(need(body, "person"), need(body, "message")));
  }

  /** {@code extension {person, message, command}}: a command in the menu of a message. */
  private ObjectNode extension(JsonNode body) {
    return outcome(
        people.extension(need(body, "person"), need(body, "message"), need(body, "command")));
  }

  /** {@code submit {person, action, inputs}}: sends the open dialog; the action may be empty. */
  private ObjectNode submit(JsonNode body) {
    String action = body.path("action").asText();
    return outcome(people.submit(need(body, "person"), action, body.path("inputs")));
  }

  /** {@code close {person}}: closes the dialog without sending it. */
  private ObjectNode close(JsonNode body) {
    people.close(need(body, "person"));
    return Json.object();
  }

  /** {@code react {person, message, type, remove}}: "like", "heart", ... on or off. */
  private ObjectNode react(JsonNode body) {
    if (body.path("remove").asBoolean()) {
      people.unreact(need(body, "person"), need(body, "message"), need(body, "type"));
    } else {
      people.react(need(body, "person"), need(body, "message"), need(body, "type"));
    }
    return Json.object();
  }

  /** {@code client {person, old}}: a client from before Universal Actions, or a usual one. */
  private ObjectNode client(JsonNode body) {
    people.oldClient(need(body, "person"), body.path("old").asBoolean());
    return Json.object();
  }

  /**
   * {@code weather {down, slow_ms, limits, refuse: {count, status, retry_after}, lose}}: each field
   * as in {@link TeamsWeather}, those that are not named stay.
   */
  private ObjectNode weather(JsonNode body) {
    if (body.has("down")) {
      weather.down(body.path("down").asBoolean());
    }
    if (body.has("slow_ms")) {
      weather.slow(Duration.ofMillis(body.path("slow_ms").asLong()));
    }
    if (body.has("limits")) {
      weather.enforceRateLimits(body.path("limits").asBoolean());
    }
    weather.loseAnswers(body.path("lose").asInt());
    JsonNode refuse = body.path("refuse");
    int count = refuse.path("count").asInt(1);
    if (refuse.has("retry_after")) {
      weather.rateLimitNext(count, Duration.ofSeconds(refuse.path("retry_after").asLong()));
    } else if (refuse.isObject()) {
      weather.refuseNext(count, refuse.path("status").asInt(503));
    }
    return Json.object();
  }

  private static ObjectNode outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> Json.object();
      case Outcome.Note(String text) -> Json.object().put("note", text);
      case Outcome.Incomplete(var errors) -> Json.object().set("errors", Json.of(errors));
      case Outcome.Trouble(String reason) -> Json.object().put("trouble", reason);
    };
  }
}
