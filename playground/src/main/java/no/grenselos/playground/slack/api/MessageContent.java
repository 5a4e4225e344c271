package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import no.grenselos.playground.shape.Fault;
import no.grenselos.playground.slack.block.StrictBlocks;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.stage.Json;

/** What a message says: text, blocks, attachments and metadata, checked as Slack checks them. */
final class MessageContent {
  /** docs.slack.dev, chat.postMessage: longer texts are cut by Slack, which nobody wants. */
  private static final int MAX_TEXT = 40_000;

  private static final String NO_TEXT = "This content can't be displayed.";

  private MessageContent() {}

  /** The content of a new message; throws {@code no_text} where there is nothing to show. */
  static ObjectNode whole(Call call) {
    ObjectNode content = given(call);
    boolean empty = content.path("text").asText().isEmpty();
    if (empty && content.path("blocks").isEmpty() && content.path("attachments").isEmpty()) {
      throw new SlackRefusal("no_text");
    }
    if (empty) {
      content.put("text", content.path("blocks").isEmpty() ? "" : NO_TEXT);
    }
    return content;
  }

  /** Only the parts that the call names: an update leaves the others as they were. */
  static ObjectNode given(Call call) {
    ObjectNode content = Json.object();
    call.text("text").ifPresent(text -> content.put("text", checkedText(text)));
    JsonNode blocks = call.json("blocks", "invalid_blocks_format");
    if (!blocks.isMissingNode() && !blocks.isNull()) {
      content.set("blocks", checkedBlocks(blocks));
    }
    JsonNode attachments = call.json("attachments", "invalid_attachments");
    if (attachments.isArray()) {
      content.set("attachments", attachments);
    }
    JsonNode metadata = call.json("metadata", "invalid_metadata_format");
    if (!metadata.isMissingNode() && !metadata.isNull()) {
      content.set("metadata", checkedMetadata(metadata));
    }
    return content;
  }

  private static String checkedText(String text) {
    if (text.length() > MAX_TEXT) {
      throw new SlackRefusal("msg_too_long", List.of("text has " + text.length() + " characters"));
    }
    return text;
  }

  private static JsonNode checkedBlocks(JsonNode blocks) {
    if (!blocks.isArray()) {
      throw new SlackRefusal("invalid_blocks_format");
    }
    List<Fault> faults = StrictBlocks.inMessage(blocks);
    if (!faults.isEmpty()) {
      throw new SlackRefusal("invalid_blocks", faults.stream().map(Fault::line).toList());
    }
    int total = StrictBlocks.totalText(blocks);
    if (total > StrictBlocks.MAX_TOTAL_TEXT) {
      throw new SlackRefusal(
          "msg_blocks_too_long", List.of("all blocks together have " + total + " characters"));
    }
    return blocks.deepCopy();
  }

  private static JsonNode checkedMetadata(JsonNode metadata) {
    boolean taken = metadata.path("event_type").asText().matches("[A-Za-z0-9_]{1,255}");
    if (metadata.isEmpty() && metadata.isObject()) {
      return metadata;
    }
    if (!taken || !metadata.path("event_payload").isObject()) {
      throw new SlackRefusal(
          "invalid_metadata_format", List.of("event_type and event_payload are needed"));
    }
    return metadata.deepCopy();
  }
}
