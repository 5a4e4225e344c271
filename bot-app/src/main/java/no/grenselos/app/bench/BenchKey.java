package no.grenselos.app.bench;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** Signs tokens as the Bot Connector does: RS256, with a key of its own (RFC 7515). */
final class BenchKey {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final String HEADER = "{'alg':'RS256','kid':'bench','typ':'JWT'}";

  private final KeyPair pair;

  BenchKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      pair = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("RSA is in every Java", e);
    }
  }

  /** As a JSON Web Key Set. */
  String set() {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    return ("{'keys':[{'kty':'RSA','use':'sig','kid':'bench','x5t':'bench','n':'%s','e':'%s',"
            + "'endorsements':['msteams']}]}")
        .formatted(unsigned(key.getModulus()), unsigned(key.getPublicExponent()))
        .replace('\'', '"');
  }

  /** A token good for an hour. */
  String bearer(String app, String service) {
    long now = Instant.now().getEpochSecond();
    String claims =
        "{'serviceurl':'%s','nbf':%d,'exp':%d,'iss':'https://api.botframework.com','aud':'%s'}"
            .formatted(service, now - 60, now + 3_600, app);
    String signed = encoded(HEADER) + "." + encoded(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return "Bearer " + signed + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA256withRSA is in every Java", e);
    }
  }

  private static String encoded(String json) {
    return BASE64.encodeToString(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
  }
}
