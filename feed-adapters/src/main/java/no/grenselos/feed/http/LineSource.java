package no.grenselos.feed.http;

import java.io.IOException;
import java.util.Optional;
import okio.BufferedSource;

/** Lines of a stream, of which none takes more memory than a frame may. */
final class LineSource {
  private static final byte NEWLINE = '\n';
  private static final int HEAD = 1024;
  private static final int STEP = 8192;

  private final BufferedSource source;

  LineSource(BufferedSource source) {
    this.source = source;
  }

  /**
   * The next line without its end; the beginning of one that is too long. Empty when the stream
   * ends: half a line before that says nothing certain.
   */
  Optional<LiveFrame> next() throws IOException {
    long end = source.indexOf(NEWLINE, 0, LiveFrame.MOST);
    if (end >= 0) return Optional.of(new LiveFrame(line(end), true));
    if (!source.request(LiveFrame.MOST)) return Optional.empty();
    byte[] head = source.readByteArray(HEAD);
    return skippedToEnd() ? Optional.of(new LiveFrame(head, false)) : Optional.empty();
  }

  private byte[] line(long end) throws IOException {
    boolean carriage = end > 0 && source.getBuffer().getByte(end - 1) == '\r';
    byte[] line = source.readByteArray(carriage ? end - 1 : end);
    source.skip(carriage ? 2 : 1);
    return line;
  }

  private boolean skippedToEnd() throws IOException {
    long end = source.indexOf(NEWLINE, 0, STEP);
    while (end < 0) {
      if (!source.request(STEP)) return false;
      source.skip(STEP);
      end = source.indexOf(NEWLINE, 0, STEP);
    }
    source.skip(end + 1);
    return true;
  }
}
