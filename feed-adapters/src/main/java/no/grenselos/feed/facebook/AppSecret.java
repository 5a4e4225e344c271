package no.grenselos.feed.facebook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.grenselos.config.Secret;

/** The secret that our app shares with Meta. Safe for many threads. */
record AppSecret(Secret secret) {
  /** The HMAC-SHA256 of it under the secret. */
  byte[] mac(byte[] bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = secret.reveal().getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /**
   * What {@code appsecret_proof} wants: that whoever uses the token is the app it was made for
   * (developers.facebook.com, Secure Graph API Calls).
   */
  String proof(Secret token) {
    return HexFormat.of().formatHex(mac(token.reveal().getBytes(StandardCharsets.UTF_8)));
  }
}
