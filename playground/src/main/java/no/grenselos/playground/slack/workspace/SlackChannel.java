package no.grenselos.playground.slack.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.grenselos.playground.stage.Json;

/**
 * A channel, or the direct conversation of a person with the app.
 *
 * @param id begins with C, or with D for a direct conversation
 * @param name without "#"; the person's id for a direct conversation
 * @param members user ids, in order of joining
 * @param previousNames that it was called before, the newest last
 */
public record SlackChannel(
    String id,
    String name,
    Kind kind,
    Set<String> members,
    boolean archived,
    List<String> previousNames) {

  /** Who may see it; the prefix is that of Slack's scopes. */
  public enum Kind {
    PUBLIC("channels", "public_channel", "channel"),
    PRIVATE("groups", "private_channel", "group"),
    IM("im", "im", "im");

    private final String scope;
    private final String listType;
    private final String eventType;

    Kind(String scope, String listType, String eventType) {
      this.scope = scope;
      this.listType = listType;
      this.eventType = eventType;
    }

    /** The scope for doing that: {@code history}, {@code read}. */
    public String scope(String verb) {
      return scope + ":" + verb;
    }

    /** Its name among the {@code types} of conversations.list. */
    public String listType() {
      return listType;
    }

    /** The {@code channel_type} of message events. */
    public String eventType() {
      return eventType;
    }

    /** The first half of its house events: "channel" or "group", for {@code channel_archive}. */
    public String event(String verb) {
      return eventType + "_" + verb;
    }

    /** The name of the subscription to messages: {@code message.im}. */
    public String subscription() {
      return "message." + scope;
    }
  }

  public SlackChannel {
    members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
    previousNames = List.copyOf(previousNames);
  }

  /** A public channel; its id is made from its name. */
  public static SlackChannel open(String name, String... members) {
    return of(Kind.PUBLIC, name, members);
  }

  /** A private channel; its id is made from its name. */
  public static SlackChannel closed(String name, String... members) {
    return of(Kind.PRIVATE, name, members);
  }

  private static SlackChannel of(Kind kind, String name, String... members) {
    String id = "C" + name.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    return new SlackChannel(id, name, kind, new LinkedHashSet<>(Set.of(members)), false, List.of());
  }

  /** The id of the app's conversation with them. */
  public static String directId(String user) {
    return "D" + user.substring(1);
  }

  static SlackChannel direct(String user, String bot) {
    return new SlackChannel(directId(user), user, Kind.IM, Set.of(user, bot), false, List.of());
  }

  public SlackChannel withMember(String user) {
    Set<String> more = new LinkedHashSet<>(members);
    more.add(user);
    return new SlackChannel(id, name, kind, more, archived, previousNames);
  }

  public SlackChannel withoutMember(String user) {
    Set<String> fewer = new LinkedHashSet<>(members);
    fewer.remove(user);
    return new SlackChannel(id, name, kind, fewer, archived, previousNames);
  }

  public SlackChannel archive() {
    return archived(true);
  }

  public SlackChannel archived(boolean closed) {
    return new SlackChannel(id, name, kind, members, closed, previousNames);
  }

  public SlackChannel renamed(String newName) {
    List<String> before = new ArrayList<>(previousNames);
    before.add(name);
    return new SlackChannel(id, newName, kind, members, archived, before);
  }

  public boolean isIm() {
    return kind == Kind.IM;
  }

  /** As {@code conversations.info} shows it. */
  public ObjectNode json(String bot) {
    ObjectNode channel = Json.object().put("id", id).put("is_im", isIm());
    channel.put("is_archived", archived).put("is_private", kind != Kind.PUBLIC);
    channel.put("created", 1_700_000_000);
    if (isIm()) {
      return channel.put("user", name).put("is_user_deleted", false);
    }
    channel.put("name", name).put("name_normalized", name).put("is_channel", true);
    channel.put("is_group", kind == Kind.PRIVATE).put("is_mpim", false).put("is_general", false);
    channel.put("is_member", members.contains(bot)).put("num_members", members.size());
    previousNames.forEach(channel.putArray("previous_names")::add);
    channel.putObject("topic").put("value", "").put("creator", "").put("last_set", 0);
    channel.putObject("purpose").put("value", "").put("creator", "").put("last_set", 0);
    return channel;
  }

  /** The short form for the page. */
  public ObjectNode card() {
    ObjectNode card = Json.object().put("id", id).put("name", name).put("is_im", isIm());
    card.put("user", isIm() ? name : null);
    card.put("is_private", kind == Kind.PRIVATE).put("is_archived", archived);
    members.forEach(card.withArray("members")::add);
    return card;
  }
}
