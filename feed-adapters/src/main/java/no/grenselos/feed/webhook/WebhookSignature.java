package no.grenselos.feed.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.grenselos.config.Secret;
import no.grenselos.feed.http.SecretMac;

/**
 * Tells whether a webhook was sent by whoever knows our secret, within the last five minutes. The
 * header {@value #HEADER} reads {@code t=<unix seconds>,v1=<hex>}, where {@code v1} is the
 * HMAC-SHA256 of the seconds as written, a full stop and the raw body (docs/webhook-in.md). Several
 * {@code v1} may be sent while a key is being changed; one that fits is enough. Other elements
 * count for nothing. Safe for many threads.
 */
record WebhookSignature(Secret secret, Clock clock) {
  static final String HEADER = "Grenselos-Signature";

  /** Longer ago or further ahead, and it may be a recording that somebody sends again. */
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private static final int MOST_SIGNATURES = 10;
  private static final int LONGEST = 2_000;
  private static final Pattern SECONDS = Pattern.compile("t=\\d{1,12}");
  private static final Pattern SIGNATURE = Pattern.compile("v1=[0-9a-fA-F]{64}");

  /** What comes of the check. */
  sealed interface Verdict {
    record Genuine(Instant signedAt) implements Verdict {}

    /**
     * @param reason in plain English, for whoever sets up the other side
     */
    record Refused(String reason) implements Verdict {}
  }

  private record Parts(String seconds, List<byte[]> signatures) {}

  /**
   * @param body as received, byte for byte: parsing and writing it again would change it
   * @param header value of {@value #HEADER}; empty when not sent
   */
  public Verdict check(byte[] body, Optional<String> header) {
    if (header.isEmpty()) {
      return new Verdict.Refused("The header " + HEADER + " is missing.");
    }
    Optional<Parts> parts = parts(header.get());
    if (parts.isEmpty()) {
      return new Verdict.Refused(
          "The header "
              + HEADER
              + " must read t=<unix seconds>,v1=<64 hexadecimal digits>, with one t and at most "
              + MOST_SIGNATURES
              + " v1.");
    }
    if (!fits(body, parts.get())) {
      return new Verdict.Refused(
          "The signature does not fit: another secret was used, or the body that was signed is not"
              + " the body that was sent.");
    }
    return inTime(Instant.ofEpochSecond(Long.parseLong(parts.get().seconds())));
  }

  private Verdict inTime(Instant signedAt) {
    Duration ago = Duration.between(signedAt, clock.instant());
    if (ago.compareTo(WINDOW) > 0) {
      return new Verdict.Refused(
          "It was signed "
              + ago.toSeconds()
              + " seconds ago; "
              + WINDOW.toSeconds()
              + " is the most. Sign it anew when sending it again, and look at the sender's"
              + " clock.");
    }
    if (ago.negated().compareTo(WINDOW) > 0) {
      return new Verdict.Refused(
          "It was signed "
              + ago.negated().toSeconds()
              + " seconds ahead of our clock; "
              + WINDOW.toSeconds()
              + " is the most. Look at both clocks, and whether t counts seconds.");
    }
    return new Verdict.Genuine(signedAt);
  }

  private static Optional<Parts> parts(String header) {
    if (header.length() > LONGEST) return Optional.empty();
    List<String> seconds = new ArrayList<>();
    List<byte[]> signatures = new ArrayList<>();
    for (String element : header.split(",", -1)) {
      String told = element.strip();
      if (told.startsWith("t=")) seconds.add(told);
      if (SIGNATURE.matcher(told).matches()) signatures.add(bytes(told));
    }
    boolean usable =
        seconds.size() == 1
            && SECONDS.matcher(seconds.getFirst()).matches()
            && !signatures.isEmpty()
            && signatures.size() <= MOST_SIGNATURES;
    return usable
        ? Optional.of(new Parts(seconds.getFirst().substring(2), signatures))
        : Optional.empty();
  }

  private static byte[] bytes(String signature) {
    return HexFormat.of().parseHex(signature.substring(3));
  }

  /** Takes the same time wherever a signature differs, and whichever fits. */
  private boolean fits(byte[] body, Parts parts) {
    byte[] ours =
        new SecretMac(secret).of((parts.seconds() + ".").getBytes(StandardCharsets.UTF_8), body);
    boolean fits = false;
    for (byte[] sent : parts.signatures()) fits |= MessageDigest.isEqual(sent, ours);
    return fits;
  }
}
