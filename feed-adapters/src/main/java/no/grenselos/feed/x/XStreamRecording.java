package no.grenselos.feed.x;

import no.grenselos.feed.Fetch;
import no.grenselos.feed.Recording;
import no.grenselos.mention.Network;

/**
 * Recorded lines of X's filtered stream: a post a line with what it refers to, blank lines as
 * heartbeats every 20 s, at the end often half a line (docs.x.com, Filtered Stream: consuming
 * streaming data).
 */
public final class XStreamRecording implements Recording {
  @Override
  public Network network() {
    return XFeedProvider.NETWORK;
  }

  @Override
  public String format() {
    return "x-stream";
  }

  @Override
  public Fetch replay(byte[] file) {
    return XRecording.lines(file);
  }
}
