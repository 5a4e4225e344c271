package no.grenselos.playground.teams.tenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.playground.stage.Happenings;
import no.grenselos.playground.stage.Json;

/**
 * Where people and the bot can talk, and how the bot stands there. Use it inside the tenant's lock.
 */
public final class Places {
  private final TeamsSeed seed;
  private final Happenings happenings;
  private final Map<String, Team> teams = new LinkedHashMap<>();
  private final Map<String, Conversation> conversations = new LinkedHashMap<>();
  private final Map<String, TeamsChannel> deleted = new LinkedHashMap<>();
  private final Map<String, Standing> standings = new LinkedHashMap<>();
  private boolean disabled;

  Places(TeamsSeed seed, Happenings happenings) {
    this.seed = seed;
    this.happenings = happenings;
    seed.people().forEach(person -> add(Conversation.personal(person, seed.app())));
    seed.groups().forEach(group -> add(Conversation.group(group)));
    seed.teams().forEach(this::add);
  }

  private void add(Conversation conversation) {
    conversations.put(conversation.id(), conversation);
    standings.putIfAbsent(
        conversation.place(),
        seed.withoutBot().contains(conversation.place()) ? Standing.ABSENT : Standing.INSTALLED);
  }

  private void add(Team team) {
    teams.put(team.id(), team);
    team.channels().forEach(channel -> add(Conversation.channel(team, channel)));
  }

  public Collection<Team> teams() {
    return teams.values();
  }

  public Optional<Team> team(String id) {
    return Optional.ofNullable(teams.get(id));
  }

  public Collection<Conversation> conversations() {
    return conversations.values();
  }

  public Optional<Conversation> conversation(String id) {
    return Optional.ofNullable(conversations.get(id));
  }

  /** A channel or group chat by its name. */
  public Optional<Conversation> named(String name) {
    return conversations.values().stream()
        .filter(each -> each.kind() != Conversation.Kind.PERSONAL && each.name().equals(name))
        .findFirst();
  }

  /** The person's own conversation with the bot. */
  public Conversation personal(TeamsPerson person) {
    String id = Conversation.personal(person, seed.app()).id();
    return conversation(id).orElseThrow();
  }

  public Standing standing(String place) {
    return standings.getOrDefault(place, Standing.ABSENT);
  }

  public void standing(String place, Standing now) {
    standings.put(place, now);
    happenings.tell("teams.standing", Json.object().put("place", place).put("is", now.name()));
  }

  /** What people do there reaches the bot. */
  public boolean botHears(Conversation conversation) {
    Standing standing = standing(conversation.place());
    return !disabled && standing != Standing.ABSENT && standing != Standing.BLOCKED;
  }

  /** A team by id or name. */
  public Optional<Team> teamCalled(String name) {
    return teams.values().stream()
        .filter(team -> team.id().equals(name) || team.name().equals(name))
        .findFirst();
  }

  /** The administrator switches the bot off, for all of the tenant. */
  public void disable(boolean on) {
    disabled = on;
    happenings.tell("teams.disabled", Json.object().put("disabled", on));
  }

  /** Where the bot may write; throws the connector's refusal. */
  public Conversation writable(String id) {
    Conversation conversation = known(id);
    if (disabled) {
      throw TeamsRefusal.forbidden("BotDisabledByAdmin", "The tenant admin disabled this bot.");
    }
    standing(conversation.place()).admit();
    return conversation;
  }

  /** Where the bot may look; throws the connector's refusal. */
  public Conversation readable(String id) {
    Conversation conversation = known(id);
    if (standing(conversation.place()) == Standing.ABSENT) {
      Standing.ABSENT.admit();
    }
    return conversation;
  }

  private Conversation known(String id) {
    return conversation(id)
        .orElseThrow(
            () -> TeamsRefusal.notFound("ConversationNotFound", "Conversation not found."));
  }

  /** A new channel, a new name for one, or one that is back. */
  public void put(Team team, TeamsChannel channel) {
    List<TeamsChannel> channels = new ArrayList<>(team.channels());
    int at = channels.stream().map(TeamsChannel::id).toList().indexOf(channel.id());
    if (at < 0) {
      channels.add(channel);
    } else {
      channels.set(at, channel);
    }
    deleted.remove(channel.id());
    changed(team.channels(channels));
  }

  public void remove(Team team, TeamsChannel channel) {
    deleted.put(channel.id(), channel);
    conversations.remove(channel.id());
    changed(team.channels(team.channels().stream().filter(one -> !one.equals(channel)).toList()));
  }

  /** A channel that was deleted, by its id. */
  public Optional<TeamsChannel> deleted(String id) {
    return Optional.ofNullable(deleted.get(id));
  }

  public void changed(Team team) {
    add(team);
    happenings.tell("teams.team", card(team));
  }

  ObjectNode card(Team team) {
    ObjectNode card = Json.object().put("id", team.id()).put("name", team.name());
    card.put("standing", standing(team.id()).name()).set("members", Json.of(team.members()));
    return card.set("channels", Json.of(team.channels()));
  }
}
