package no.grenselos.chat.teams;

import com.auth0.jwk.InvalidPublicKeyException;
import com.auth0.jwk.Jwk;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.connector.authentication.OpenIdMetadataKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a JWKS as the Bot Framework publishes it, where each key says what it may sign for. */
final class TeamsKeySet {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsKeySet.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int SHORTEST = 2048;

  private TeamsKeySet() {}

  /** The usable keys by their id; one that cannot be read is left out. */
  static Map<String, OpenIdMetadataKey> read(JsonNode found) {
    Map<String, OpenIdMetadataKey> keys = new LinkedHashMap<>();
    for (JsonNode key : found.path("keys")) {
      String id = key.path("kid").asText("");
      if (id.isEmpty()) continue;
      try {
        if (publicKey(key) instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= SHORTEST)
          keys.put(id, key(rsa, key.path("endorsements")));
      } catch (InvalidPublicKeyException | RuntimeException e) {
        LOG.warn("teams key not understood reason={}", e.getClass().getSimpleName());
      }
    }
    return keys;
  }

  private static Object publicKey(JsonNode key) throws InvalidPublicKeyException {
    @SuppressWarnings("unchecked")
    Map<String, Object> values = MAPPER.convertValue(key, Map.class);
    return Jwk.fromValues(values).getPublicKey();
  }

  private static OpenIdMetadataKey key(RSAPublicKey rsa, JsonNode endorsements) {
    List<String> channels = new ArrayList<>();
    endorsements.forEach(channel -> channels.add(channel.asText()));
    OpenIdMetadataKey key = new OpenIdMetadataKey();
    key.key = rsa;
    // never null: the kit takes a key without the list for one that may sign for everybody
    key.endorsements = List.copyOf(channels);
    return key;
  }
}
