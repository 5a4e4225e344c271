package no.grenselos.feed.http;

import java.io.IOException;
import java.util.Optional;
import okio.Buffer;

/** Server-sent events: the lines up to a blank one, together and as sent. */
final class EventFrames implements Frames {
  private final LineSource lines;
  private final Buffer event = new Buffer();
  private boolean whole = true;

  EventFrames(LineSource lines) {
    this.lines = lines;
  }

  @Override
  public Heard next() throws IOException {
    Optional<LiveFrame> read = lines.next();
    if (read.isEmpty()) return new Heard.End("the server ended the stream");
    byte[] line = read.get().bytes();
    if (line.length == 0) return end();
    if (line[0] == ':') return new Heard.Beat();
    boolean fits = read.get().whole() && event.size() + line.length < LiveFrame.MOST;
    whole &= fits;
    if (fits) event.write(line).writeByte('\n');
    return new Heard.Part();
  }

  private Heard end() {
    if (event.exhausted() && whole) return new Heard.Beat();
    LiveFrame frame = new LiveFrame(event.readByteArray(), whole);
    whole = true;
    return new Heard.Frame(frame);
  }
}
