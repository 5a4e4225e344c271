package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import no.grenselos.playground.slack.workspace.SlackFile;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.stage.Stage;

/** {@code files.*}: the app gives Slack a file in three steps; the second is {@link FileDoor}. */
final class FileMethods {
  /** docs.slack.dev, files.getUploadURLExternal: {@code alt_text_too_long}. */
  private static final int MAX_DESCRIPTION = 1_000;

  private final SlackWorkspace workspace;
  private final Stage stage;

  FileMethods(SlackWorkspace workspace, Stage stage) {
    this.workspace = workspace;
    this.stage = stage;
  }

  void addTo(MethodTable table) {
    table.add("files.getUploadURLExternal", "files:write", MethodTable.TIER_4, this::promise);
    table.add("files.completeUploadExternal", "files:write", MethodTable.TIER_4, this::complete);
  }

  private ObjectNode promise(Call call) {
    String name = call.need("filename");
    String length = call.need("length");
    if (!length.matches("[1-9]\\d{0,8}")) {
      throw refused("must be a whole number of bytes [json-pointer:/length]");
    }
    String description = call.text("alt_txt").orElse("");
    if (description.length() > MAX_DESCRIPTION) {
      throw new SlackRefusal("alt_text_too_long");
    }
    SlackFile file = workspace.files().promise(name, Integer.parseInt(length), description);
    return Json.object()
        .put("upload_url", stage.base().resolve(FileDoor.PATH + file.key()).toString())
        .put("file_id", file.id());
  }

  /** Shares it nowhere: whoever names a channel here would post a message of its own. */
  private ObjectNode complete(Call call) {
    if (call.has("channel_id") || call.has("channels")) {
      throw refused("the playground shares files in blocks only [json-pointer:/channel_id]");
    }
    JsonNode files = call.json("files", "invalid_arguments");
    if (!files.isArray() || files.isEmpty()) {
      throw refused("missing required field: files [json-pointer:/files]");
    }
    ArrayNode done = Json.array();
    for (JsonNode file : files) {
      SlackFile completed = workspace.files().complete(file.path("id").asText());
      done.addObject()
          .put("id", completed.id())
          .put("title", file.path("title").asText(completed.name()));
    }
    return Json.object().set("files", done);
  }

  private static SlackRefusal refused(String reason) {
    return new SlackRefusal("invalid_arguments", List.of(reason));
  }
}
