package no.grenselos.playground.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackUser;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.Json;

/**
 * Events about the house itself: its people, its channels, and the app in it (docs.slack.dev,
 * events). Use it inside the workspace's lock.
 */
public final class HouseFeed {
  private final SlackWorkspace workspace;
  private final Subscriptions subscriptions;

  public HouseFeed(SlackWorkspace workspace, Subscriptions subscriptions) {
    this.workspace = workspace;
    this.subscriptions = subscriptions;
  }

  /** Something about a person changed: their name, time zone, or that they are gone. */
  public void changed(SlackUser user) {
    ObjectNode event = event("user_change");
    event.put("cache_ts", workspace.stamps().now().getEpochSecond());
    subscriptions.tell("user_change", "users:read", event.set("user", json(user)));
  }

  public void joinedTeam(SlackUser user) {
    subscriptions.tell("team_join", "users:read", event("team_join").set("user", json(user)));
  }

  /** They want quiet now, or do not any more. */
  public void quiet(SlackUser user) {
    ObjectNode event = event("dnd_updated_user").put("user", user.id());
    event.set("dnd_status", workspace.quiet().status(user));
    subscriptions.tell("dnd_updated_user", "dnd:read", event);
  }

  /**
   * The channel was archived or is open again.
   *
   * @param verb "archive" or "unarchive"
   */
  public void archiving(SlackChannel channel, String verb, String by) {
    String type = channel.kind().event(verb);
    ObjectNode event = event(type).put("channel", channel.id()).put("user", by);
    tell(type, channel, event);
  }

  public void renamed(SlackChannel channel) {
    String type = channel.kind().event("rename");
    ObjectNode event = event(type);
    event
        .putObject("channel")
        .put("id", channel.id())
        .put("name", channel.name())
        .put("name_normalized", channel.name())
        .put("created", 1_700_000_000)
        .put("is_channel", true);
    tell(type, channel, event);
  }

  /** Somebody came in; the app is told where it is in the channel itself. */
  public void joined(SlackChannel channel, String user, String inviter) {
    tell(
        "member_joined_channel",
        channel,
        member("member_joined_channel", channel, user).put("inviter", inviter));
  }

  /** Somebody left; the app is told of its own going in two ways, as Slack does. */
  public void left(SlackChannel before, String user, String by) {
    tell("member_left_channel", before, member("member_left_channel", before, user));
    if (user.equals(workspace.seed().app().botUser())) {
      String type = before.kind().event("left");
      tell(type, before, event(type).put("channel", before.id()).put("actor_id", by));
    }
  }

  public void tokensRevoked() {
    ObjectNode event = Json.object().put("type", "tokens_revoked");
    ObjectNode tokens = event.putObject("tokens");
    tokens.putArray("oauth");
    tokens.putArray("bot").add(workspace.seed().app().botUser());
    subscriptions.tellAnyway("tokens_revoked", "", event.put("event_ts", workspace.stamps().ts()));
  }

  public void uninstalled() {
    subscriptions.tellAnyway("app_uninstalled", "", event("app_uninstalled"));
  }

  private void tell(String subscription, SlackChannel channel, ObjectNode event) {
    boolean seen =
        channel.kind() == SlackChannel.Kind.PUBLIC
            || channel.members().contains(workspace.seed().app().botUser());
    if (seen) {
      subscriptions.tell(subscription, channel.kind().scope("read"), event);
    }
  }

  private ObjectNode member(String type, SlackChannel channel, String user) {
    return event(type)
        .put("user", user)
        .put("channel", channel.id())
        .put("channel_type", channel.id().substring(0, 1))
        .put("team", workspace.seed().teamId());
  }

  private ObjectNode json(SlackUser user) {
    boolean email = workspace.seed().app().scopes().contains("users:read.email");
    return user.json(workspace.seed(), workspace.stamps().now(), email, true);
  }

  private ObjectNode event(String type) {
    return Json.object().put("type", type).put("event_ts", workspace.stamps().ts());
  }
}
