package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.MessageRef;
import no.grenselos.expert.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One activity that Teams told us of (learn.microsoft.com, "Bot Framework Activity schema"). What
 * is not there is empty: nothing of it throws.
 *
 * @param json as it came, from a caller who is genuine
 */
record TeamsCall(JsonNode json) {
  /** Where a thread begins in the id of a channel's conversation. */
  private static final String THREAD = ";messageid=";

  String type() {
    return text(json, "type");
  }

  /** What an invoke asks for; empty on anything else. */
  String name() {
    return text(json, "name");
  }

  JsonNode value() {
    return json.path("value");
  }

  JsonNode channelData() {
    return json.path("channelData");
  }

  /** Equal when Teams repeats itself; with the house in front. */
  String id(String kind) {
    return String.join(
        ":", TeamsChatProvider.HOUSE, kind, conversation(), text(json, "id"), person());
  }

  /** Our id of whoever did it: their id in the directory, or where there is none, Teams' own. */
  String person() {
    String directory = text(json.path("from"), "aadObjectId");
    return (directory.isEmpty() ? userId() : directory).toLowerCase(Locale.ROOT);
  }

  /** Teams' own id of whoever did it, {@code 29:...}. */
  String userId() {
    return text(json.path("from"), "id");
  }

  ChatUser who() {
    return new ChatUser(handle(), text(json.path("from"), "name"));
  }

  Handle handle() {
    return new Handle(TeamsChatProvider.HOUSE, person().isEmpty() ? "nobody" : person());
  }

  /** Without the thread. */
  String conversation() {
    return bare(text(json.path("conversation"), "id"));
  }

  /** With the thread, where it is one. */
  String thread() {
    return text(json.path("conversation"), "id");
  }

  static String bare(String conversation) {
    int thread = conversation.indexOf(THREAD);
    return thread < 0 ? conversation : conversation.substring(0, thread);
  }

  boolean isPersonal() {
    return text(json.path("conversation"), "conversationType").equals("personal");
  }

  /** The message it was done on; empty when it was done on none. */
  Optional<MessageRef> message() {
    String message = text(json, "replyToId");
    return message.isEmpty() ? Optional.empty() : Optional.of(ref(conversation(), message));
  }

  static MessageRef ref(String conversation, String message) {
    return new MessageRef(TeamsChatProvider.HOUSE, bare(conversation), message);
  }

  /** The gate has looked at it. */
  URI service() {
    return URI.create(text(json, "serviceUrl"));
  }

  String tenant() {
    String named = text(channelData().path("tenant"), "id");
    return named.isEmpty() ? text(json.path("conversation"), "tenantId") : named;
  }

  /** The bot itself, as Teams calls it in this conversation. */
  String bot() {
    return text(json.path("recipient"), "id");
  }

  Locale locale() {
    String tag = text(json, "locale");
    return tag.isEmpty() ? Locale.ENGLISH : Locale.forLanguageTag(tag);
  }

  /** Null where Teams does not say, or says something that is no zone. */
  @Nullable ZoneId zone() {
    String name = text(json, "localTimezone");
    if (name.isEmpty()) return null;
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      return null;
    }
  }

  TeamsWords words() {
    return TeamsWords.in(locale());
  }

  static String text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isTextual() ? value.textValue() : "";
  }
}
