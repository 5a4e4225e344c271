package no.grenselos.playground.slack;

import static no.grenselos.playground.stage.Doors.need;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.function.Consumer;
import no.grenselos.playground.slack.house.Housekeeping;
import no.grenselos.playground.slack.workspace.Quiet;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.slack.workspace.SlackUser;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Doors;
import no.grenselos.playground.stage.Json;

/**
 * What happens to the house, from the page: {@code POST /play/slack/house/VERB} with a JSON object.
 */
final class HouseControl {
  private final Housekeeping house;

  HouseControl(Housekeeping house) {
    this.house = house;
  }

  void open(RoutesConfig routes) {
    Doors doors = new Doors(routes, "/play/slack/house/", SlackRefusal.class);
    Map<String, Consumer<JsonNode>> verbs =
        Map.ofEntries(
            Map.entry("uninstall", body -> house.uninstall()),
            Map.entry("revoke-tokens", body -> house.revokeTokens()),
            Map.entry("install", body -> house.install()),
            Map.entry("archive", body -> house.archive(need(body, "channel"), need(body, "by"))),
            Map.entry(
                "unarchive", body -> house.unarchive(need(body, "channel"), need(body, "by"))),
            Map.entry("rename", body -> house.rename(need(body, "channel"), need(body, "name"))),
            Map.entry("invite", this::invite),
            Map.entry("remove", this::remove),
            Map.entry("deactivate", body -> house.deactivate(need(body, "user"))),
            Map.entry("reactivate", body -> house.reactivate(need(body, "user"))),
            Map.entry("welcome", this::welcome),
            Map.entry("snooze", this::snooze),
            Map.entry("night", this::night),
            Map.entry(
                "present",
                body -> house.present(need(body, "user"), body.path("active").asBoolean())));
    verbs.forEach((verb, act) ->
        doors.add(
            verb,
            body -> {
              act.accept(body);
              return Json.object();
            }));
  }

  private void invite(JsonNode body) {
    house.invite(need(body, "channel"), need(body, "user"), need(body, "by"));
  }

  private void remove(JsonNode body) {
    house.remove(need(body, "channel"), need(body, "user"), need(body, "by"));
  }

  private void welcome(JsonNode body) {
    house.welcome(SlackUser.of(need(body, "id"), need(body, "name"), need(body, "real_name")));
  }

  private void snooze(JsonNode body) {
    house.snooze(need(body, "user"), Duration.ofMinutes(body.path("minutes").asLong()));
  }

  private void night(JsonNode body) {
    boolean none = body.path("from").asText().isEmpty();
    house.night(need(body, "user"), none ? null : hours(body));
  }

  private static Quiet.Night hours(JsonNode body) {
    try {
      return new Quiet.Night(
          LocalTime.parse(need(body, "from")), LocalTime.parse(need(body, "to")));
    } catch (DateTimeException e) {
      throw new BadRequest("hours must be of the form HH:mm");
    }
  }
}
