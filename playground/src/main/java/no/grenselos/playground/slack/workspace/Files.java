package no.grenselos.playground.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The workspace's files: promised, uploaded, completed, shown (docs.slack.dev,
 * files.getUploadURLExternal). Use it inside the workspace's lock.
 */
public final class Files {
  private final Stamps stamps;
  private final Map<String, SlackFile> files = new LinkedHashMap<>();
  private int busy;

  Files(Stamps stamps) {
    this.stamps = stamps;
  }

  /** A file to come. */
  public SlackFile promise(String name, int length, String description) {
    SlackFile file =
        new SlackFile(
            stamps.id("F"),
            stamps.id("UP"),
            name,
            length,
            description,
            SlackFile.State.PROMISED,
            SlackFile.Bytes.NONE);
    files.put(file.id(), file);
    return file;
  }

  /** The bytes of a promised file; throws where there is no such promise or the size is another. */
  public SlackFile upload(String key, byte[] bytes) {
    SlackFile file =
        files.values().stream()
            .filter(each -> each.key().equals(key))
            .filter(each -> each.state() == SlackFile.State.PROMISED)
            .findFirst()
            .orElseThrow(() -> new SlackRefusal("upload_not_found"));
    if (bytes.length != file.length()) {
      throw new SlackRefusal(
          "size_mismatch", List.of(bytes.length + " bytes came, " + file.length() + " promised"));
    }
    return put(file.holding(bytes));
  }

  /** Ends an upload; the file is then its owner's alone. */
  public SlackFile complete(String id) {
    SlackFile file =
        find(id)
            .filter(each -> each.state() == SlackFile.State.UPLOADED)
            .orElseThrow(() -> new SlackRefusal("file_not_found"));
    return put(file.in(SlackFile.State.PRIVATE));
  }

  public Optional<SlackFile> find(String id) {
    return Optional.ofNullable(files.get(id));
  }

  public List<SlackFile> all() {
    return List.copyOf(files.values());
  }

  /** Somebody, or the workspace's retention, took it away. */
  public void delete(String id) {
    files.remove(id);
  }

  /** The next so many times that a message shows files, Slack is not ready with them yet. */
  public void busy(int times) {
    busy = times;
  }

  /**
   * Lets a message's blocks show their files to whoever sees them; throws {@code invalid_blocks}
   * where one is not there, is not completed, or is no picture.
   *
   * @return the same message
   */
  public ObjectNode share(ObjectNode message) {
    JsonNode blocks = message.path("blocks");
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      JsonNode file = blocks.get(i).path("slack_file");
      if (!file.isObject()) {
        continue;
      }
      if (!isShowable(file.path("id").asText()) || busy > 0) {
        busy = Math.max(0, busy - 1);
        throw new SlackRefusal(
            "invalid_blocks",
            List.of("invalid slack file [json-pointer:/blocks/" + i + "/slack_file]"));
      }
      shown.add(file.path("id").asText());
    }
    shown.forEach(
        id -> files.computeIfPresent(id, (same, file) -> file.in(SlackFile.State.SHARED)));
    return message;
  }

  private boolean isShowable(String id) {
    return find(id)
        .filter(file -> file.state().compareTo(SlackFile.State.PRIVATE) >= 0)
        .filter(file -> !file.imageType().isEmpty())
        .isPresent();
  }

  private SlackFile put(SlackFile file) {
    files.put(file.id(), file);
    return file;
  }
}
