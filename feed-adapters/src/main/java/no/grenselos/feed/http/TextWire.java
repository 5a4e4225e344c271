package no.grenselos.feed.http;

import java.util.Map;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Response;

/** A body of text that does not end, line by line. */
final class TextWire extends Wire {
  private final boolean ofEvents;

  TextWire(boolean ofEvents) {
    this.ofEvents = ofEvents;
  }

  /** Uncompressed: a compressor holds lines back until it has enough of them. */
  @Override
  Map<String, String> headers() {
    return Map.of("Accept-Encoding", "identity", "Accept", ofEvents ? "text/event-stream" : "*/*");
  }

  @Override
  Optional<Frames> frames(Response response) {
    MediaType type = response.body().contentType();
    boolean fits =
        ofEvents
            ? type != null && type.subtype().equals("event-stream")
            : type == null || !type.subtype().equals("html");
    if (!fits || !response.isSuccessful()) return Optional.empty();
    LineSource lines = new LineSource(response.body().source());
    return Optional.of(ofEvents ? new EventFrames(lines) : new LineFrames(lines));
  }
}
