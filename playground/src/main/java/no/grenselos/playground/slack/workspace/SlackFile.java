package no.grenselos.playground.slack.workspace;

/**
 * A file that the app gives to the workspace.
 *
 * @param id as in {@code slack_file}
 * @param key the last part of the address to which its bytes go; good for one upload
 * @param length what the app said of its size, in bytes
 * @param description for screen readers; may be empty
 * @param content the bytes; none before they came
 */
public record SlackFile(
    String id,
    String key,
    String name,
    int length,
    String description,
    State state,
    Bytes content) {

  /** How far it came. */
  public enum State {
    PROMISED,
    UPLOADED,
    /** Completed: its owner may show it. */
    PRIVATE,
    /** Shown in a message, so that people see it. */
    SHARED
  }

  /** Bytes that nobody changes. */
  public static final class Bytes {
    static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] bytes;

    Bytes(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    public byte[] copy() {
      return bytes.clone();
    }

    int size() {
      return bytes.length;
    }

    private boolean beginsWith(int... start) {
      for (int i = 0; i < start.length; i++) {
        if (bytes.length <= i || (bytes[i] & 0xFF) != start[i]) {
          return false;
        }
      }
      return true;
    }
  }

  /** By its bytes, whatever its name says; empty where it is none of Slack's picture formats. */
  public String imageType() {
    if (content.beginsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
      return "image/png";
    }
    if (content.beginsWith(0xFF, 0xD8, 0xFF)) {
      return "image/jpeg";
    }
    return content.beginsWith('G', 'I', 'F', '8') ? "image/gif" : "";
  }

  SlackFile in(State next) {
    return new SlackFile(id, key, name, length, description, next, content);
  }

  SlackFile holding(byte[] bytes) {
    return new SlackFile(id, key, name, length, description, State.UPLOADED, new Bytes(bytes));
  }
}
