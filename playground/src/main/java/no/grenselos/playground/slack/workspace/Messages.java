package no.grenselos.playground.slack.workspace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import no.grenselos.playground.stage.Happenings;
import no.grenselos.playground.stage.Json;

/** All messages, by channel and time stamp, with every version anybody saw. */
public final class Messages {
  private final Stamps stamps;
  private final Happenings happenings;
  private final Map<String, NavigableMap<String, ObjectNode>> byChannel = new HashMap<>();
  private final Map<String, Whisper> ephemerals = new LinkedHashMap<>();
  private final List<Shown> shown = new ArrayList<>();

  private record Whisper(String channel, String user, ObjectNode message) {}

  Messages(Stamps stamps, Happenings happenings) {
    this.stamps = stamps;
    this.happenings = happenings;
  }

  /** Adds the message with a new {@code ts}, and counts it in its thread. */
  public ObjectNode post(String channel, ObjectNode message) {
    String ts = stamps.ts();
    message.put("ts", ts);
    fillIds(message);
    String thread = message.path("thread_ts").asText();
    if (!thread.isEmpty()) {
      countReply(channel, thread, message);
    }
    in(channel).put(ts, message);
    tell(Shown.Kind.POSTED, "slack.message", channel, message);
    return message;
  }

  /** A message that only one person sees, and that is in no history. */
  public ObjectNode whisper(String channel, String user, ObjectNode message) {
    message.put("ts", stamps.ts()).put("is_ephemeral", true);
    fillIds(message);
    ephemerals.put(message.path("ts").asText(), new Whisper(channel, user, message));
    record(Shown.Kind.EPHEMERAL, channel, message);
    happenings.tell("slack.ephemeral", about(channel, message).put("user", user));
    return message;
  }

  /** The app changed a message that only one person sees. */
  public void whisperChanged(String channel, String user, ObjectNode message) {
    fillIds(message);
    record(Shown.Kind.EPHEMERAL, channel, message);
    happenings.tell("slack.ephemeral", about(channel, message).put("user", user));
  }

  public void edited(String channel, ObjectNode message) {
    fillIds(message);
    tell(Shown.Kind.EDITED, "slack.message_changed", channel, message);
  }

  public void delete(String channel, ObjectNode message) {
    String ts = message.path("ts").asText();
    if (ephemerals.remove(ts) == null) {
      in(channel).remove(ts);
    }
    record(Shown.Kind.DELETED, channel, message);
    ObjectNode gone = Json.object().put("channel", channel).put("ts", ts);
    happenings.tell("slack.message_deleted", gone);
  }

  /** Reactions changed; that is no new version of the message. */
  public void reacted(String channel, ObjectNode message) {
    happenings.tell("slack.reaction", about(channel, message));
  }

  /** It was pinned, or is not any more; that is no new version either. */
  public void pinned(String channel, ObjectNode message) {
    happenings.tell("slack.pin", about(channel, message));
  }

  public Optional<ObjectNode> find(String channel, String ts) {
    return Optional.ofNullable(in(channel).get(ts));
  }

  /** The message; throws {@code message_not_found}. */
  public ObjectNode existing(String channel, String ts) {
    return find(channel, ts).orElseThrow(() -> new SlackRefusal("message_not_found"));
  }

  public Optional<ObjectNode> ephemeral(String ts) {
    return Optional.ofNullable(ephemerals.get(ts)).map(Whisper::message);
  }

  /** The whispers of today, for a page that is opened later; Slack forgets them sooner. */
  ArrayNode whispersJson() {
    ArrayNode all = Json.array();
    ephemerals
        .values()
        .forEach(whisper ->
            all.add(about(whisper.channel(), whisper.message()).put("user", whisper.user())));
    return all;
  }

  /** The channel's messages with replies, oldest first. */
  public NavigableMap<String, ObjectNode> in(String channel) {
    return byChannel.computeIfAbsent(channel, id -> new TreeMap<>());
  }

  /** Every version of every message, in the order people saw them. */
  public List<Shown> shown() {
    return List.copyOf(shown);
  }

  private void countReply(String channel, String thread, ObjectNode reply) {
    ObjectNode parent =
        find(channel, thread).orElseThrow(() -> new SlackRefusal("thread_not_found"));
    String user = reply.path("user").asText();
    parent.put("thread_ts", thread).put("reply_count", parent.path("reply_count").asInt() + 1);
    parent.put("latest_reply", reply.path("ts").asText());
    var users = parent.withArray("reply_users");
    boolean known = false;
    for (var each : users) {
      known |= each.asText().equals(user);
    }
    if (!known) {
      users.add(user);
    }
    parent.put("reply_users_count", users.size());
    reply.put("parent_user_id", parent.path("user").asText());
  }

  /** Slack names the blocks and elements that the app left without an id. */
  private void fillIds(ObjectNode message) {
    BlockIds.fill(message.path("blocks"), stamps);
    message.path("attachments").forEach(each -> BlockIds.fill(each.path("blocks"), stamps));
  }

  private void tell(Shown.Kind kind, String event, String channel, ObjectNode message) {
    record(kind, channel, message);
    happenings.tell(event, about(channel, message));
  }

  private void record(Shown.Kind kind, String channel, ObjectNode message) {
    String ts = message.path("ts").asText();
    shown.add(new Shown(kind, channel, ts, message.deepCopy(), stamps.now()));
  }

  private static ObjectNode about(String channel, ObjectNode message) {
    ObjectNode about = Json.object().put("channel", channel);
    about.put("ts", message.path("ts").asText());
    return about.set("message", message.deepCopy());
  }
}
