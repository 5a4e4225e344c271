package no.grenselos.app.crm;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.grenselos.config.Secret;

/**
 * Signs a message: {@code v1=} and the hexadecimal HMAC-SHA256 (RFC 2104) of the timestamp in
 * seconds, a full stop, and the body's bytes. The timestamp is in it so that nobody can send an old
 * message again as a new one.
 */
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  static String of(Secret secret, long timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      // every Java platform has it (java.security.Mac), and the key is not empty
      throw new IllegalStateException("cannot sign", e);
    }
  }
}
