package no.grenselos.chat.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.grenselos.config.Secret;
import no.grenselos.web.HttpCall;

/**
 * Tells Slack from strangers by the signature over the bytes as they came (docs.slack.dev,
 * verifying requests from Slack). Looks at nothing else of the call.
 */
final class SlackSignatureGate {
  private static final Duration MAX_AGE = Duration.ofMinutes(5);
  private static final String HMAC = "HmacSHA256";

  private final Secret secret;
  private final Clock clock;

  SlackSignatureGate(Secret secret, Clock clock) {
    this.secret = secret;
    this.clock = clock;
  }

  boolean isGenuine(HttpCall call) {
    String timestamp = call.header("X-Slack-Request-Timestamp").orElse("");
    String signature = call.header("X-Slack-Signature").orElse("");
    return isFresh(timestamp)
        && MessageDigest.isEqual(
            signature.getBytes(StandardCharsets.US_ASCII),
            expected(timestamp, call).getBytes(StandardCharsets.US_ASCII));
  }

  /** An old call is refused, so that what was once overheard cannot be played again. */
  private boolean isFresh(String timestamp) {
    if (!timestamp.matches("\\d{1,12}")) return false;
    Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    return Duration.between(sent, clock.instant()).abs().compareTo(MAX_AGE) <= 0;
  }

  private String expected(String timestamp, HttpCall call) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), HMAC));
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(call.body().bytes()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }
}
