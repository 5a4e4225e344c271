package no.grenselos.app.demo;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls as networks and tools make them, signed as each does. */
final class Signed {
  private Signed() {}

  /** A listening tool's. */
  static HttpRequest.Builder byTool(URI door, String body, String secret) {
    String seconds = Long.toString(Instant.now().getEpochSecond());
    String signature = "t=" + seconds + ",v1=" + hex(mac(seconds + "." + body, secret));
    return post(door, body).header("Grenselos-Signature", signature);
  }

  /** Meta's. */
  static HttpRequest.Builder byMeta(URI door, String body, String secret) {
    return post(door, body).header("X-Hub-Signature-256", "sha256=" + hex(mac(body, secret)));
  }

  /** X's. */
  static HttpRequest.Builder byX(URI door, String body, String secret) {
    String signature = "sha256=" + Base64.getEncoder().encodeToString(mac(body, secret));
    return post(door, body).header("X-Twitter-Webhooks-Signature", signature);
  }

  /** Slack's. */
  static HttpRequest.Builder bySlack(URI door, String body, String secret) {
    String seconds = Long.toString(Instant.now().getEpochSecond());
    return post(door, body)
        .header("X-Slack-Request-Timestamp", seconds)
        .header("X-Slack-Signature", "v0=" + hex(mac("v0:" + seconds + ":" + body, secret)));
  }

  /** Nobody's. */
  static HttpRequest.Builder post(URI door, String body) {
    return HttpRequest.newBuilder(door)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] mac(String text, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
