package no.grenselos.chat.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.grenselos.chat.ChatMemory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals what our buttons send, for one conversation or one person: what a client sends back was
 * written by us and pressed where we put it. Teams vouches for who pressed, not for what the button
 * said. The key is made once, and shared by all nodes through the store; so seals outlive a restart
 * and a new password. Safe for many threads.
 */
final class TeamsSeal {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsSeal.class);
  private static final String KEY = "seal-key";
  private static final String SEAL = "seal";

  /** What a button says; the rest is how it looks, or what somebody filled in. */
  private static final List<String> SAID =
      List.of("grenselos", "press", "on", "card", "form", "knob", "kept");

  private final ChatMemory memory;
  private final ObjectMapper mapper =
      new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
  private volatile byte @Nullable [] key;

  TeamsSeal(ChatMemory memory) {
    this.memory = memory;
  }

  /**
   * Seals every button of the card.
   *
   * @param scope the conversation it is shown in, or for a dialog the person it opens for
   * @return the same card
   */
  ObjectNode on(ObjectNode card, String scope) {
    seal(card, scope);
    return card;
  }

  private void seal(JsonNode node, String scope) {
    if (node.path("data") instanceof ObjectNode data && TeamsPressed.isOurs(data)) {
      data.put(SEAL, of(data, scope));
    }
    node.forEach(child -> seal(child, scope));
  }

  /**
   * Whether the data that came with a call is ours as it is, and was meant for there.
   *
   * @param what the data is, for the log when it is not
   */
  boolean fits(JsonNode data, String scope, String what, TeamsCall call) {
    byte[] told = TeamsCall.text(data, SEAL).getBytes(StandardCharsets.UTF_8);
    if (MessageDigest.isEqual(told, of(data, scope).getBytes(StandardCharsets.UTF_8))) return true;
    String who = call.person().replaceAll("[^\\w:.-]", "?");
    LOG.warn("teams {} refused reason=seal user={}", what, who);
    return false;
  }

  private String of(JsonNode data, String scope) {
    Map<String, Object> said = new TreeMap<>();
    for (String name : SAID) {
      if (data.has(name)) said.put(name, mapper.convertValue(data.get(name), Object.class));
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(), "HmacSHA256"));
      mac.update((scope + '\n').getBytes(StandardCharsets.UTF_8));
      byte[] whole = mac.doFinal(mapper.writeValueAsBytes(said));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, 16));
    } catch (GeneralSecurityException | JsonProcessingException e) {
      throw new IllegalStateException("every Java has HmacSHA256, and this was JSON before", e);
    }
  }

  private byte[] key() {
    byte[] known = key;
    if (known != null) return known;
    byte[] fresh = new byte[32];
    new SecureRandom().nextBytes(fresh);
    String kept = memory.keepFirst(KEY, Base64.getEncoder().encodeToString(fresh));
    byte[] agreed = Base64.getDecoder().decode(kept);
    key = agreed;
    return agreed;
  }
}
