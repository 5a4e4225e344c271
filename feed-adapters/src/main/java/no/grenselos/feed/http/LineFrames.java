package no.grenselos.feed.http;

import java.io.IOException;

/** One message a line. */
record LineFrames(LineSource lines) implements Frames {
  @Override
  public Heard next() throws IOException {
    return lines
        .next()
        .<Heard>map(line -> line.bytes().length == 0 ? new Heard.Beat() : new Heard.Frame(line))
        .orElseGet(() -> new Heard.End("the server ended the stream"));
  }
}
