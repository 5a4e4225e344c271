package no.grenselos.chat.teams;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Whoever signs calls: Microsoft, or somebody who would like to be taken for it. */
final class Signer {
  static final String APP = "00000000-0000-0000-0000-00000000abcd";
  static final String TENANT = "11111111-0000-0000-0000-00000000cdef";
  static final String SERVICE = "https://smba.trafficmanager.net/emea/";
  static final String ISSUER = "https://api.botframework.com";

  /** Keys take long to make; each name stands for one pair. */
  private static final Map<String, KeyPair> PAIRS = new ConcurrentHashMap<>();

  private final ObjectMapper mapper = new ObjectMapper();
  private final String id;
  private final KeyPair pair;

  Signer(String id) {
    this.id = id;
    this.pair = PAIRS.computeIfAbsent(id, name -> pair());
  }

  RSAPublicKey publicKey() {
    return (RSAPublicKey) pair.getPublic();
  }

  /** As the Bot Framework's own tokens are. */
  String bearer() {
    return bearer(token -> token);
  }

  String bearer(UnaryOperator<JWTCreator.Builder> otherwise) {
    return "Bearer " + otherwise.apply(claims()).sign(algorithm());
  }

  Algorithm algorithm() {
    return Algorithm.RSA256(null, (RSAPrivateKey) pair.getPrivate());
  }

  Algorithm rsa512() {
    return Algorithm.RSA512(null, (RSAPrivateKey) pair.getPrivate());
  }

  JWTCreator.Builder claims() {
    return JWT.create()
        .withKeyId(id)
        .withIssuer(ISSUER)
        .withAudience(APP)
        .withClaim("serviceurl", SERVICE)
        .withNotBefore(Instant.now().minusSeconds(60))
        .withExpiresAt(Instant.now().plusSeconds(600));
  }

  /** The JWKS with this key alone. */
  String keys(String... endorsements) {
    ObjectNode set = mapper.createObjectNode();
    ObjectNode key = set.putArray("keys").addObject();
    key.put("kty", "RSA").put("use", "sig").put("kid", id);
    key.put("n", base64(publicKey().getModulus().toByteArray()));
    key.put("e", base64(publicKey().getPublicExponent().toByteArray()));
    if (endorsements.length > 0) {
      ArrayNode channels = key.putArray("endorsements");
      Arrays.stream(endorsements).forEach(channels::add);
    }
    return set.toString();
  }

  /** Serves the key as Microsoft does. */
  void serve(StandIn microsoft, String... endorsements) {
    microsoft.tell("/openid", 200, "{\"jwks_uri\":\"" + microsoft.at("/keys") + "\"}");
    microsoft.tell("/keys", 200, keys(endorsements));
  }

  private static String base64(byte[] number) {
    byte[] bare = number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bare);
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has RSA", e);
    }
  }
}
