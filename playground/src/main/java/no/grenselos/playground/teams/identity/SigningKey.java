package no.grenselos.playground.teams.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import no.grenselos.playground.stage.Json;

/** An RSA key, and the tokens signed with it (RFC 7515, RS256). */
final class SigningKey {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final String kid;
  private final KeyPair pair;

  private SigningKey(String kid, KeyPair pair) {
    this.kid = kid;
    this.pair = pair;
  }

  /** The connector's own key. */
  static SigningKey own() {
    return new SigningKey("playground", Made.OWN);
  }

  /** The key of somebody else, who borrows the other's name. */
  static SigningKey stranger() {
    return new SigningKey("playground", Made.STRANGER);
  }

  /** Made once a run, when first needed: it takes a second where the machine is busy. */
  private static final class Made {
    private static final KeyPair OWN = pair();
    private static final KeyPair STRANGER = pair();

    private static KeyPair pair() {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        return generator.generateKeyPair();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("RSA is in every Java", e);
      }
    }
  }

  /** As a key of a JSON Web Key Set; endorsed for the channel of Teams. */
  ObjectNode jwk() {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    ObjectNode jwk = Json.object().put("kty", "RSA").put("use", "sig").put("kid", kid);
    jwk.put("x5t", kid).put("n", unsigned(key.getModulus()));
    jwk.put("e", unsigned(key.getPublicExponent())).putArray("endorsements").add("msteams");
    return jwk;
  }

  /** A signed token that names this key. */
  String sign(ObjectNode claims) {
    ObjectNode header = Json.object().put("alg", "RS256").put("kid", kid);
    header.put("x5t", kid).put("typ", "JWT");
    String signed = encoded(header) + "." + encoded(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA256withRSA is in every Java", e);
    }
  }

  /** A token that nobody signed. */
  static String unsigned(ObjectNode claims) {
    ObjectNode header = Json.object().put("alg", "none").put("typ", "JWT");
    return encoded(header) + "." + encoded(claims) + ".";
  }

  private static String encoded(ObjectNode part) {
    return BASE64.encodeToString(part.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    // the sign's own byte does not belong to the number
    int from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
  }
}
