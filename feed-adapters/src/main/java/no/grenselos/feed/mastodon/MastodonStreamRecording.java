package no.grenselos.feed.mastodon;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Recording;
import no.grenselos.feed.http.Gathering;
import no.grenselos.mention.Network;

/**
 * Recorded lines of Mastodon's streaming API, as server-sent events or as WebSocket messages, one a
 * line. When a post was deleted is not told; it is noticed at the epoch.
 */
public final class MastodonStreamRecording implements Recording {
  private static final StreamEvents EVENTS =
      new StreamEvents(MastodonRecording.READER, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  @Override
  public Network network() {
    return MastodonFeedProvider.NETWORK;
  }

  @Override
  public String format() {
    return "mastodon-stream";
  }

  @Override
  public Fetch replay(byte[] file) {
    List<StreamFrame> frames = StreamFrame.in(new String(file, StandardCharsets.UTF_8));
    if (frames.isEmpty()) return new Fetch.Failed("the file holds no event of a stream");
    Gathering gathering = new Gathering();
    for (StreamFrame frame : frames) EVENTS.take(frame, UnaryOperator.identity(), gathering);
    return gathering.page(Cursor.START, false);
  }
}
