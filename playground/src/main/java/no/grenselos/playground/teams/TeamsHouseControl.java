package no.grenselos.playground.teams;

import static no.grenselos.playground.stage.Doors.need;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Doors;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.teams.people.TeamsHouse;
import no.grenselos.playground.teams.tenant.TeamsRefusal;

/**
 * What happens to the house, from the page: {@code POST /play/teams/house/VERB} with a JSON object.
 */
final class TeamsHouseControl {
  private final TeamsHouse house;

  TeamsHouseControl(TeamsHouse house) {
    this.house = house;
  }

  void open(RoutesConfig routes) {
    Doors doors = new Doors(routes, "/play/teams/house/", TeamsRefusal.class);
    doors.add("install", this::install);
    doors.add("block", this::block);
    doors.add("disable", this::disable);
    doors.add("channel", this::channel);
    doors.add("team", this::team);
  }

  /**
   * {@code install {person, place, remove}}: the person installs the bot, or throws it out: for
   * themselves, or in the team or chat of that id or name.
   */
  private ObjectNode install(JsonNode body) {
    String person = need(body, "person");
    String place = body.path("place").asText();
    boolean remove = body.path("remove").asBoolean();
    if (place.isEmpty() && remove) {
      house.uninstall(person);
    } else if (place.isEmpty()) {
      house.install(person);
    } else if (remove) {
      house.uninstallFrom(place, person);
    } else {
      house.installIn(place, person);
    }
    return Json.object();
  }

  /** {@code block {person, how}}: "blocked", "silenced", or "not". */
  private ObjectNode block(JsonNode body) {
    String person = need(body, "person");
    switch (need(body, "how")) {
      case "blocked" -> house.block(person);
      case "silenced" -> house.silence(person);
      case "not" -> house.unblock(person);
      default -> throw new BadRequest("how is blocked, silenced or not");
    }
    return Json.object();
  }

  /** {@code disable {on}}: the administrator switches the bot off for everybody. */
  private ObjectNode disable(JsonNode body) {
    house.disable(body.path("on").asBoolean());
    return Json.object();
  }

  /**
   * {@code channel {person, what, team, channel, name}}: "create" with team and name, which gives
   * {@code id}; "rename" with channel and name; "delete" with channel; "restore" with team and
   * channel. A team is named by id or name, a channel by id.
   */
  private ObjectNode channel(JsonNode body) {
    String by = need(body, "person");
    switch (need(body, "what")) {
      case "create" -> {
        return Json.object()
            .put("id", house.createChannel(need(body, "team"), need(body, "name"), by));
      }
      case "rename" -> house.renameChannel(need(body, "channel"), need(body, "name"), by);
      case "delete" -> house.deleteChannel(need(body, "channel"), by);
      case "restore" -> house.restoreChannel(need(body, "team"), need(body, "channel"), by);
      default -> throw new BadRequest("what is create, rename, delete or restore");
    }
    return Json.object();
  }

  /** {@code team {person, team, name}}: gives the team another name. */
  private ObjectNode team(JsonNode body) {
    house.renameTeam(need(body, "team"), need(body, "name"), need(body, "person"));
    return Json.object();
  }
}
