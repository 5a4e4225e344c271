package no.grenselos.feed.x;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import no.grenselos.config.Secret;
import no.grenselos.config.Secrets;
import no.grenselos.feed.http.SecretMac;
import no.grenselos.web.HttpCall;

/**
 * What X and we sign with: the app's OAuth 2.0 client secret where there is one, else its consumer
 * secret; {@code sha256=} and the base64 of HMAC-SHA256 (docs.x.com, V2 Webhooks API: security).
 * Safe for many threads.
 */
record WebhookSecrets(Optional<Secret> client, Optional<Secret> consumer) {
  static final String OF_CLIENT = "X-Twitter-Webhooks-Signature-OAuth2";
  static final String OF_CONSUMER = "X-Twitter-Webhooks-Signature";

  /**
   * X's challenges are short and plain. An answer is a signature under the very secret that bodies
   * are signed with: whoever could have a JSON object answered could forge calls, so nothing with a
   * bracket is.
   */
  private static final String CHALLENGE = "[!-z|~]{1,500}";

  static WebhookSecrets of(Secrets secrets) {
    return new WebhookSecrets(secrets.find("X_CLIENT_SECRET"), secrets.find("X_CONSUMER_SECRET"));
  }

  boolean isEmpty() {
    return client.isEmpty() && consumer.isEmpty();
  }

  /** The answer to X's question whether we are there; empty for what is no challenge of X. */
  Optional<String> response(String challenge) {
    if (!challenge.matches(CHALLENGE)) return Optional.empty();
    return client
        .or(() -> consumer)
        .map(secret -> signature(secret, challenge.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Why the call is not from X; empty when it is. Takes the same time wherever a signature differs.
   *
   * @param body as received, byte for byte: parsing and writing it again would change it
   */
  Optional<String> refusal(HttpCall call, byte[] body) {
    Optional<String> newer = call.header(OF_CLIENT);
    Optional<String> older = call.header(OF_CONSUMER);
    if (newer.isPresent() && client.isPresent()) return refusal(client.get(), newer.get(), body);
    if (older.isPresent() && consumer.isPresent()) {
      return refusal(consumer.get(), older.get(), body);
    }
    if (older.isPresent()) return Optional.of(unknown(OF_CONSUMER, "X_CONSUMER_SECRET"));
    if (newer.isPresent()) return Optional.of(unknown(OF_CLIENT, "X_CLIENT_SECRET"));
    return Optional.of("The header " + OF_CONSUMER + " is missing.");
  }

  private static String unknown(String header, String variable) {
    return "The secret behind the header " + header + " is not known here: set " + variable + ".";
  }

  private static Optional<String> refusal(Secret secret, String sent, byte[] body) {
    byte[] ours = signature(secret, body).getBytes(StandardCharsets.UTF_8);
    boolean fits = MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), ours);
    return fits
        ? Optional.empty()
        : Optional.of(
            "The signature does not fit: another app's secret was used, or the body that was"
                + " signed is not the body that was sent.");
  }

  private static String signature(Secret secret, byte[] signed) {
    return "sha256=" + Base64.getEncoder().encodeToString(new SecretMac(secret).of(signed));
  }
}
