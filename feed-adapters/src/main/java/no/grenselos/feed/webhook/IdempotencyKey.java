package no.grenselos.feed.webhook;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the header {@value #HEADER} of a webhook says: equal keys mean the same call sent again. It
 * may be left out: each mention is taken once by its network, id and revision anyway.
 */
sealed interface IdempotencyKey {
  String HEADER = "Idempotency-Key";

  /** At most 200 printable ASCII characters, the first and last of them no blank. */
  Pattern FORM = Pattern.compile("[!-~]([ -~]{0,198}[!-~])?");

  record Given(String key) implements IdempotencyKey {
    public Given {
      if (!FORM.matcher(key).matches()) {
        throw new IllegalArgumentException("key has " + key.length() + " characters or a bad one");
      }
    }
  }

  record LeftOut() implements IdempotencyKey {}

  /**
   * @param reason in plain English
   */
  record Unusable(String reason) implements IdempotencyKey {}

  /**
   * @param header its value; empty when not sent
   */
  static IdempotencyKey of(Optional<String> header) {
    if (header.isEmpty()) return new LeftOut();
    String key = header.get().strip();
    return FORM.matcher(key).matches()
        ? new Given(key)
        : new Unusable("The header " + HEADER + " must be 1 to 200 printable ASCII characters.");
  }
}
