package no.grenselos.feed.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.UnusableItem;
import no.grenselos.mention.MentionEvent;

/**
 * Reads the stream's events as they come, of which few are posts: bytes that nowhere name the
 * collection of posts as a whole text are no post's, and are not read as JSON at all. Likes name it
 * within an address only. Safe for many threads.
 */
final class JetstreamReader {
  private static final byte[] NAMED =
      ("\"" + AtUri.POSTS + "\"").getBytes(StandardCharsets.US_ASCII);
  private static final PostReader READER = new PostReader(false);
  private static final int[] SKIPS = skips();

  private JetstreamReader() {}

  /** What an event is. */
  sealed interface Read {
    record Event(MentionEvent event) implements Read {}

    /** Of another kind; not looked at more closely. */
    record Other() implements Read {}

    record Unusable(String reason) implements Read {}
  }

  /** Never throws, whatever the bytes. */
  static Read read(byte[] message) {
    if (!mayBePost(message)) return new Read.Other();
    Optional<JsonNode> frame = Json.parse(message);
    if (frame.isEmpty()) return new Read.Unusable("is not JSON, or broken off");
    Optional<JetstreamEvent> event = JetstreamEvent.of(frame.get());
    if (event.isEmpty()) return new Read.Unusable("is no event of the stream");
    if (!event.get().isOfPost()) return new Read.Other();
    try {
      return new Read.Event(event.get().read(READER));
    } catch (UnusableItem e) {
      return new Read.Unusable(e.reason());
    } catch (RuntimeException e) {
      // foreign data in a shape nobody foresaw; its message may quote the post, so it stays out
      return new Read.Unusable("could not be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  /** Horspool's search: looks at about every twentieth byte. */
  static boolean mayBePost(byte[] message) {
    int last = NAMED.length - 1;
    for (int end = last; end < message.length; end += SKIPS[message[end] & 0xFF]) {
      int start = end - last;
      if (Arrays.equals(message, start, end + 1, NAMED, 0, NAMED.length)) return true;
    }
    return false;
  }

  private static int[] skips() {
    int[] skips = new int[256];
    Arrays.fill(skips, NAMED.length);
    for (int i = 0; i < NAMED.length - 1; i++) skips[NAMED[i]] = NAMED.length - 1 - i;
    return skips;
  }
}
