package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.Json;

/** Puts reactions on messages and takes them off, for people and for the app. */
public final class Reactions {
  private final SlackWorkspace workspace;
  private final MessageWatch watch;

  public Reactions(SlackWorkspace workspace, MessageWatch watch) {
    this.workspace = workspace;
    this.watch = watch;
  }

  /** Throws {@code already_reacted} or {@code no_reaction} where it would change nothing. */
  public void react(SlackChannel channel, String ts, Reaction reaction) {
    if (!reaction.name().matches("[a-z0-9_+'-]{1,100}(::skin-tone-[2-6])?")) {
      throw new SlackRefusal("invalid_name");
    }
    ObjectNode message = workspace.messages().existing(channel.id(), ts);
    ArrayNode changed = reaction.added() ? with(message, reaction) : without(message, reaction);
    if (changed.isEmpty()) {
      message.remove("reactions");
    } else {
      message.set("reactions", changed);
    }
    workspace.messages().reacted(channel.id(), message);
    watch.reacted(reaction, channel, message);
  }

  private static ArrayNode with(ObjectNode message, Reaction reaction) {
    ArrayNode all = Json.array();
    boolean found = false;
    for (JsonNode entry : message.path("reactions")) {
      List<String> users = users(entry);
      if (isNamed(entry, reaction)) {
        found = true;
        if (users.contains(reaction.user())) {
          throw new SlackRefusal("already_reacted");
        }
        users.add(reaction.user());
      }
      all.add(entry(entry.path("name").asText(), users));
    }
    return found ? all : all.add(entry(reaction.name(), List.of(reaction.user())));
  }

  private static ArrayNode without(ObjectNode message, Reaction reaction) {
    ArrayNode all = Json.array();
    boolean found = false;
    for (JsonNode entry : message.path("reactions")) {
      List<String> users = users(entry);
      found |= isNamed(entry, reaction) && users.remove(reaction.user());
      if (!users.isEmpty()) {
        all.add(entry(entry.path("name").asText(), users));
      }
    }
    if (!found) {
      throw new SlackRefusal("no_reaction");
    }
    return all;
  }

  private static boolean isNamed(JsonNode entry, Reaction reaction) {
    return entry.path("name").asText().equals(reaction.name());
  }

  private static ObjectNode entry(String name, List<String> users) {
    ObjectNode entry = Json.object().put("name", name).put("count", users.size());
    return entry.set("users", Json.of(users));
  }

  private static List<String> users(JsonNode entry) {
    List<String> users = new ArrayList<>();
    entry.path("users").forEach(user -> users.add(user.asText()));
    return users;
  }
}
