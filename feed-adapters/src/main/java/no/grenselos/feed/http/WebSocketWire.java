package no.grenselos.feed.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.Response;
import okio.Socket;

/**
 * WebSocket over an upgraded connection (RFC 6455). OkHttp's own WebSocket runs no network
 * interceptor, so that nobody would look at the address really connected to, and keeps messages of
 * any size; hence this one.
 */
final class WebSocketWire extends Wire {
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final String subprotocol;

  WebSocketWire(String subprotocol) {
    this.subprotocol = subprotocol;
  }

  @Override
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Connection", "Upgrade");
    headers.put("Upgrade", "websocket");
    headers.put("Sec-WebSocket-Version", "13");
    headers.put("Sec-WebSocket-Key", key());
    if (!subprotocol.isEmpty()) headers.put("Sec-WebSocket-Protocol", subprotocol);
    return headers;
  }

  @Override
  Optional<Frames> frames(Response response) {
    Socket socket = response.socket();
    String key = String.valueOf(response.request().header("Sec-WebSocket-Key"));
    boolean agreed =
        response.code() == 101
            && "websocket".equalsIgnoreCase(response.header("Upgrade"))
            && accept(key).equals(response.header("Sec-WebSocket-Accept"))
            && response.header("Sec-WebSocket-Extensions") == null;
    if (socket == null) return Optional.empty();
    if (agreed) return Optional.of(new WebSocketFrames(socket));
    socket.cancel();
    return Optional.empty();
  }

  private static String key() {
    byte[] key = new byte[16];
    RANDOM.nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  static String accept(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      byte[] hash = digest.digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
