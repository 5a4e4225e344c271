package no.grenselos.playground.teams.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.playground.stage.Happenings;
import no.grenselos.playground.stage.Json;

/**
 * All messages, in the order they were written, with every version anybody saw. A message is an
 * object with {@code id}, {@code conversation}, {@code root} (in channels: the message that began
 * the thread), {@code from}, {@code bot}, {@code at}, {@code text}, {@code attachments}, {@code
 * entities}, {@code reactions} and {@code edited}. Use it inside the tenant's lock.
 */
public final class Messages {
  private static final List<String> CONTENT =
      List.of("text", "textFormat", "summary", "attachments", "entities", "importance");

  private final Ids ids;
  private final Happenings happenings;
  private final Map<String, ObjectNode> byId = new LinkedHashMap<>();
  private final List<Shown> shown = new ArrayList<>();
  private final CardViews views;

  Messages(Ids ids, Happenings happenings) {
    this.ids = ids;
    this.happenings = happenings;
    this.views = new CardViews(this::viewed);
  }

  /**
   * Adds a message.
   *
   * @param from the account of the person or bot
   * @param content an activity, of which what people see is taken
   */
  public ObjectNode post(Conversation where, String root, ObjectNode from, JsonNode content) {
    String id = ids.message();
    ObjectNode message = Json.object().put("id", id).put("conversation", where.id());
    message.put("root", where.isChannel() && root.isEmpty() ? id : root);
    message.set("from", from);
    message.put("bot", from.path("id").asText().startsWith("28:"));
    message.put("at", ids.now().toString());
    fill(message, content);
    message.putArray("reactions");
    message.put("edited", false);
    byId.put(id, message);
    record(Shown.Kind.POSTED, "", message);
    happenings.tell("teams.message", message.deepCopy());
    return message;
  }

  /** Replaces what people see; whoever had their own view of it loses that. */
  public void edit(ObjectNode message, JsonNode content) {
    message.remove(CONTENT);
    fill(message, content);
    message.put("edited", true);
    views.forget(id(message));
    record(Shown.Kind.EDITED, "", message);
    happenings.tell("teams.message_changed", message.deepCopy());
  }

  public void delete(ObjectNode message) {
    byId.remove(id(message));
    views.forget(id(message));
    record(Shown.Kind.DELETED, "", message);
    happenings.tell(
        "teams.message_deleted",
        Json.object()
            .put("conversation", message.path("conversation").asText())
            .put("id", id(message)));
  }

  /** Reactions changed; that is no new version of the message. */
  void reacted(ObjectNode message) {
    happenings.tell("teams.reaction", message.deepCopy());
  }

  /** What each person sees of the cards. */
  public CardViews views() {
    return views;
  }

  public Optional<ObjectNode> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The message in that conversation; throws the connector's refusal. */
  public ObjectNode existing(String conversation, String id) {
    return find(id)
        .filter(message -> message.path("conversation").asText().equals(conversation))
        .orElseThrow(
            () -> TeamsRefusal.notFound("ActivityNotFoundInConversation", "No activity " + id));
  }

  /** Oldest first. */
  public List<ObjectNode> in(String conversation) {
    return byId.values().stream()
        .filter(message -> message.path("conversation").asText().equals(conversation))
        .toList();
  }

  public List<Shown> shown() {
    return List.copyOf(shown);
  }

  /** The message as that person sees it: with their own view of its cards. */
  public ObjectNode seenBy(String person, ObjectNode message) {
    ObjectNode seen = message.deepCopy();
    views.of(person, id(message)).ifPresent(own -> seen.set("attachments", own.deepCopy()));
    return seen;
  }

  private void viewed(String person, String id) {
    find(id)
        .ifPresent(message -> {
          ObjectNode seen = seenBy(person, message);
          record(Shown.Kind.VIEWED, person, seen);
          happenings.tell("teams.view", Json.object().put("person", person).set("message", seen));
        });
  }

  private static void fill(ObjectNode message, JsonNode content) {
    message.put("text", "").putArray("attachments");
    for (String field : CONTENT) {
      if (content.hasNonNull(field)) {
        message.set(field, content.path(field).deepCopy());
      }
    }
  }

  private void record(Shown.Kind kind, String person, ObjectNode message) {
    shown.add(
        new Shown(
            kind,
            message.path("conversation").asText(),
            id(message),
            person,
            message.deepCopy(),
            ids.now()));
  }

  private static String id(ObjectNode message) {
    return message.path("id").asText();
  }
}
