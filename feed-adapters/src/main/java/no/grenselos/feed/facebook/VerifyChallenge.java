package no.grenselos.feed.facebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Secret;

/**
 * Answers the GET by which Meta checks that an endpoint is ours before it sends anything
 * (developers.facebook.com, Webhooks, "Verification requests"). Safe for many threads.
 *
 * @param verifyToken as typed into the app's dashboard
 */
record VerifyChallenge(Secret verifyToken) {
  /**
   * The text to answer with status 200; empty when it has to be 403.
   *
   * @param query the request's parameters, decoded
   */
  public Optional<String> answer(Map<String, String> query) {
    boolean ours =
        "subscribe".equals(query.get("hub.mode"))
            && isToken(query.getOrDefault("hub.verify_token", ""));
    // it is echoed into a page of ours, so nothing but Meta's own form passes
    return Optional.ofNullable(query.get("hub.challenge"))
        .filter(challenge -> ours && challenge.matches("[\\w-]{1,200}"));
  }

  private boolean isToken(String given) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8),
        verifyToken.reveal().getBytes(StandardCharsets.UTF_8));
  }
}
