package no.grenselos.playground.teams.tenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import no.grenselos.playground.stage.Json;

/**
 * Where people and the bot talk. A thread of a channel is no conversation of its own here, see
 * {@link Address}.
 *
 * @param place where the bot must be installed to talk here: the id of the person, team or chat
 * @param members their {@code aadObjectId}s
 */
public record Conversation(String id, Kind kind, String name, String place, List<String> members) {
  /** The three kinds, with Teams' name in {@code conversationType}. */
  public enum Kind {
    PERSONAL("personal"),
    CHANNEL("channel"),
    GROUP("groupChat");

    private final String type;

    Kind(String type) {
      this.type = type;
    }

    public String type() {
      return type;
    }
  }

  public Conversation {
    members = List.copyOf(members);
  }

  static Conversation personal(TeamsPerson person, TeamsApp app) {
    String id = "a:1" + Ids.opaque(app.appId() + person.aadObjectId());
    String aad = person.aadObjectId();
    return new Conversation(id, Kind.PERSONAL, person.name(), aad, List.of(aad));
  }

  static Conversation channel(Team team, TeamsChannel channel) {
    return new Conversation(channel.id(), Kind.CHANNEL, channel.name(), team.id(), team.members());
  }

  static Conversation group(GroupChat chat) {
    return new Conversation(chat.id(), Kind.GROUP, chat.name(), chat.id(), chat.members());
  }

  public boolean isChannel() {
    return kind == Kind.CHANNEL;
  }

  /** The short form for the page. */
  public ObjectNode card() {
    ObjectNode card = Json.object().put("id", id).put("kind", kind.type()).put("name", name);
    card.put("place", place).set("members", Json.of(members));
    return card;
  }
}
