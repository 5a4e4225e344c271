package no.grenselos.feed.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.grenselos.config.Secret;

/**
 * A hash that only those who know the secret can make (HMAC, RFC 2104). Safe for many threads.
 *
 * @param algorithm as Java calls it, one that every Java has
 */
public record SecretMac(Secret secret, String algorithm) {
  /** With SHA-256. */
  public SecretMac(Secret secret) {
    this(secret, "HmacSHA256");
  }

  /** Of the parts, one after the other. */
  public byte[] of(byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      byte[] key = secret.reveal().getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, algorithm));
      for (byte[] part : parts) mac.update(part);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  /** Takes the same time wherever the two differ. */
  public boolean fits(byte[] sent, byte[]... parts) {
    return MessageDigest.isEqual(sent, of(parts));
  }
}
