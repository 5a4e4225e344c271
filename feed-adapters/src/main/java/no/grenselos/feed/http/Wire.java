package no.grenselos.feed.http;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import okhttp3.Response;

/** How messages travel over a connection that stays. Stateless. */
public abstract sealed class Wire permits WebSocketWire, TextWire {
  /**
   * WebSocket (RFC 6455), without compression, so that no small message can grow without end.
   *
   * @param subprotocol to be offered; empty for none
   */
  public static Wire webSocket(String subprotocol) {
    return new WebSocketWire(subprotocol);
  }

  /** One message a line; an empty line is a heartbeat. */
  public static Wire lines() {
    return new TextWire(false);
  }

  /** Server-sent events (HTML standard, 9.2); a comment is a heartbeat. */
  public static Wire events() {
    return new TextWire(true);
  }

  abstract Map<String, String> headers();

  /** The messages of an answer; empty when it is no answer of this kind. */
  abstract Optional<Frames> frames(Response response) throws IOException;
}
