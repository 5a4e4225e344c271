package no.grenselos.feed.facebook;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import no.grenselos.config.Secret;
import no.grenselos.feed.http.SecretMac;

/** The secret that our app shares with Meta. Safe for many threads. */
record AppSecret(Secret secret) {
  /** The HMAC-SHA256 of it under the secret. */
  byte[] mac(byte[] bytes) {
    return new SecretMac(secret).of(bytes);
  }

  /**
   * What {@code appsecret_proof} wants: that whoever uses the token is the app it was made for
   * (developers.facebook.com, Secure Graph API Calls).
   */
  String proof(Secret token) {
    return HexFormat.of().formatHex(mac(token.reveal().getBytes(StandardCharsets.UTF_8)));
  }
}
