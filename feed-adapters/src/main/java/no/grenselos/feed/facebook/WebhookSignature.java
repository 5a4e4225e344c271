package no.grenselos.feed.facebook;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Tells whether Meta sent a webhook: {@code X-Hub-Signature-256} holds {@code sha256=} and the hex
 * HMAC-SHA256 of the raw body under the app's secret (developers.facebook.com, Webhooks,
 * "Validating payloads"). The older header with SHA-1 counts for nothing. Safe for many threads.
 */
record WebhookSignature(AppSecret appSecret) {
  private static final String PREFIX = "sha256=";

  /**
   * Takes the same time wherever the signature differs.
   *
   * @param body as received, byte for byte: parsing and writing it again would change it
   * @param header value of {@code X-Hub-Signature-256}; empty when not sent
   */
  public boolean fits(byte[] body, Optional<String> header) {
    return header
        .filter(value -> value.startsWith(PREFIX))
        .flatMap(value -> bytes(value.substring(PREFIX.length())))
        .filter(sent -> MessageDigest.isEqual(sent, appSecret.mac(body)))
        .isPresent();
  }

  private static Optional<byte[]> bytes(String hex) {
    try {
      return Optional.of(HexFormat.of().parseHex(hex));
    } catch (IllegalArgumentException notHex) {
      return Optional.empty();
    }
  }
}
