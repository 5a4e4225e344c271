package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.slack.workspace.SlackWorkspace;

/** {@code conversations.history} and {@code .replies}: reading what was said. */
final class HistoryMethods {
  private final SlackWorkspace workspace;
  private final Access access;

  HistoryMethods(SlackWorkspace workspace, Access access) {
    this.workspace = workspace;
    this.access = access;
  }

  void addTo(MethodTable table) {
    table.add("conversations.history", "", MethodTable.TIER_3, this::history);
    table.add("conversations.replies", "", MethodTable.TIER_3, this::replies);
  }

  private ObjectNode history(Call call) {
    SlackChannel channel = access.readable(call.need("channel"));
    List<ObjectNode> newestFirst =
        within(call, workspace.messages().in(channel.id()).descendingMap().values()).stream()
            .filter(HistoryMethods::isTopLevel)
            .toList();
    long pins = newestFirst.stream().filter(m -> m.has("pinned_info")).count();
    return page(call, newestFirst).put("pin_count", pins);
  }

  private ObjectNode replies(Call call) {
    SlackChannel channel = access.readable(call.need("channel"));
    String ts = call.need("ts");
    ObjectNode asked =
        workspace
            .messages()
            .find(channel.id(), ts)
            .orElseThrow(() -> new SlackRefusal("thread_not_found"));
    String root = asked.path("thread_ts").asText(ts);
    List<ObjectNode> oldestFirst =
        within(call, workspace.messages().in(channel.id()).values()).stream()
            .filter(m -> stamp(m).equals(root) || m.path("thread_ts").asText().equals(root))
            .toList();
    return page(call, oldestFirst);
  }

  private static ObjectNode page(Call call, List<ObjectNode> messages) {
    boolean metadata = call.flag("include_all_metadata");
    return Pages.page(
        call, "messages", messages, HistoryMethods::stamp, message -> copy(message, metadata));
  }

  private static JsonNode copy(ObjectNode message, boolean withMetadata) {
    ObjectNode copy = message.deepCopy();
    if (!withMetadata) {
      copy.remove("metadata");
    }
    return copy;
  }

  private static List<ObjectNode> within(Call call, Collection<ObjectNode> messages) {
    String oldest = bound(call, "oldest", "0");
    String latest = bound(call, "latest", "99999999999");
    boolean inclusive = call.flag("inclusive");
    return messages.stream()
        .filter(message -> isAfter(stamp(message), oldest, inclusive))
        .filter(message -> isAfter(latest, stamp(message), inclusive))
        .toList();
  }

  private static boolean isAfter(String later, String earlier, boolean orSame) {
    int order = new java.math.BigDecimal(later).compareTo(new java.math.BigDecimal(earlier));
    return orSame ? order >= 0 : order > 0;
  }

  private static String bound(Call call, String name, String fallback) {
    String value = call.text(name).orElse(fallback);
    if (!value.matches("\\d{1,11}(\\.\\d{1,6})?")) {
      throw new SlackRefusal("invalid_ts_" + name);
    }
    return value;
  }

  private static boolean isTopLevel(ObjectNode message) {
    return !message.has("thread_ts")
        || message.path("thread_ts").equals(message.path("ts"))
        || message.path("subtype").asText().equals("thread_broadcast");
  }

  private static String stamp(ObjectNode message) {
    return message.path("ts").asText();
  }
}
