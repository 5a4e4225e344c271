package no.grenselos.playground.teams.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.teams.delivery.ActivitySender;
import no.grenselos.playground.teams.delivery.Envelope;
import no.grenselos.playground.teams.tenant.Conversation;
import no.grenselos.playground.teams.tenant.Standing;
import no.grenselos.playground.teams.tenant.Team;
import no.grenselos.playground.teams.tenant.TeamsChannel;
import no.grenselos.playground.teams.tenant.TeamsPerson;
import no.grenselos.playground.teams.tenant.Tenant;

/**
 * What happens to the house: the bot is installed, thrown out or blocked, channels come and go.
 * Places are said by name or id; {@code by} is who did it. Safe for many threads.
 */
public final class TeamsHouse {
  private final Tenant tenant;
  private final Envelope envelope;
  private final ActivitySender sender;

  public TeamsHouse(Tenant tenant, Envelope envelope, ActivitySender sender) {
    this.tenant = tenant;
    this.envelope = envelope;
    this.sender = sender;
  }

  /** The person installs the bot for themselves. */
  public void install(String who) {
    tenant.alone(() -> {
      TeamsPerson person = tenant.person(who);
      installed(person, tenant.places().personal(person), true);
    });
  }

  public void uninstall(String who) {
    tenant.alone(() -> {
      TeamsPerson person = tenant.person(who);
      installed(person, tenant.places().personal(person), false);
    });
  }

  /** Somebody adds the bot to a team or group chat. */
  public void installIn(String place, String by) {
    tenant.alone(() -> installed(tenant.person(by), shared(place), true));
  }

  public void uninstallFrom(String place, String by) {
    tenant.alone(() -> installed(tenant.person(by), shared(place), false));
  }

  /** The person blocks the bot; Teams tells it nothing. */
  public void block(String who) {
    stand(who, Standing.BLOCKED);
  }

  /** The person may not be written to any more ({@code MessageWritesBlocked}). */
  public void silence(String who) {
    stand(who, Standing.SILENCED);
  }

  public void unblock(String who) {
    stand(who, Standing.INSTALLED);
  }

  /** The administrator switches the bot off for the tenant, or on again; it is told nothing. */
  public void disable(boolean on) {
    tenant.alone(() -> tenant.places().disable(on));
  }

  /** Gives the new channel's id. */
  public String createChannel(String teamName, String name, String by) {
    return tenant.atomically(() -> {
      Team team = team(teamName);
      TeamsChannel channel = TeamsChannel.of(team.name(), name);
      tenant.places().put(team, channel);
      tell("channelCreated", team, channel, by);
      return channel.id();
    });
  }

  public void renameChannel(String channelId, String newName, String by) {
    tenant.alone(() -> {
      Team team = teamOf(channelId);
      TeamsChannel renamed = new TeamsChannel(channelId, newName);
      tenant.places().put(team, renamed);
      tell("channelRenamed", team, renamed, by);
    });
  }

  public void deleteChannel(String channelId, String by) {
    tenant.alone(() -> {
      Team team = teamOf(channelId);
      TeamsChannel channel =
          team.channels().stream()
              .filter(each -> each.id().equals(channelId))
              .findFirst()
              .orElseThrow();
      tenant.places().remove(team, channel);
      tell("channelDeleted", team, channel, by);
    });
  }

  public void restoreChannel(String teamName, String channelId, String by) {
    tenant.alone(() -> {
      Team team = team(teamName);
      TeamsChannel channel =
          tenant
              .places()
              .deleted(channelId)
              .orElseThrow(() -> new BadRequest("no deleted channel " + channelId));
      tenant.places().put(team, channel);
      tell("channelRestored", team, channel, by);
    });
  }

  public void renameTeam(String teamName, String newName, String by) {
    tenant.alone(() -> {
      Team renamed = team(teamName).name(newName);
      tenant.places().changed(renamed);
      tell("teamRenamed", renamed, renamed.channels().getFirst(), by);
    });
  }

  private void installed(TeamsPerson by, Conversation where, boolean added) {
    // what is sent is told first: the bot may not be there any more afterwards
    ObjectNode members = envelope.activity("conversationUpdate", by, where, "");
    members
        .putArray(added ? "membersAdded" : "membersRemoved")
        .addObject()
        .put("id", tenant.seed().app().botId());
    ObjectNode update = envelope.activity("installationUpdate", by, where, "");
    update.put("action", added ? "add" : "remove");
    tenant.places().standing(where.place(), added ? Standing.INSTALLED : Standing.ABSENT);
    sender.send(members);
    sender.send(update);
  }

  private void tell(String event, Team team, TeamsChannel channel, String by) {
    Conversation general = tenant.places().conversation(team.id()).orElseThrow();
    ObjectNode activity = envelope.activity("conversationUpdate", tenant.person(by), general, "");
    ObjectNode data = activity.withObjectProperty("channelData").put("eventType", event);
    if (!event.equals("teamRenamed")) {
      data.putObject("channel").put("id", channel.id()).put("name", channel.name());
    }
    if (tenant.places().botHears(general)) {
      sender.send(activity);
    }
  }

  private void stand(String who, Standing standing) {
    tenant.alone(() -> tenant.places().standing(tenant.person(who).aadObjectId(), standing));
  }

  private Conversation shared(String place) {
    return tenant
        .places()
        .teamCalled(place)
        .map(Team::id)
        .flatMap(tenant.places()::conversation)
        .or(() -> tenant.places().conversation(place))
        .or(() -> tenant.places().named(place))
        .orElseThrow(() -> new BadRequest("no team or chat " + place));
  }

  private Team team(String name) {
    return tenant.places().teamCalled(name).orElseThrow(() -> new BadRequest("no team " + name));
  }

  private Team teamOf(String channelId) {
    return tenant
        .places()
        .conversation(channelId)
        .filter(Conversation::isChannel)
        .map(Conversation::place)
        .flatMap(tenant.places()::team)
        .orElseThrow(() -> new BadRequest("no channel " + channelId));
  }
}
