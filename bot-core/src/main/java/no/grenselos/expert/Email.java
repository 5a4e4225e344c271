package no.grenselos.expert;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody's e-mail address, by which a chat house can be asked who they are. It is personal: it
 * shows only to who asks for it by {@link #address}, never in {@code toString()}, and so in no log.
 *
 * @param address in lower case, as houses compare it; at most 254 characters
 */
public record Email(String address) {
  /** What a mail server takes at most (RFC 5321, 4.5.3.1, with its angle brackets). */
  private static final int LONGEST = 254;

  /**
   * As people's addresses are, so less than a mail server takes: nothing quoted, nothing that a
   * spreadsheet would calculate.
   */
  private static final Pattern SHAPE =
      Pattern.compile(
          "[\\p{L}\\p{N}_](?:[.]?[\\p{L}\\p{N}_%+'&-])*"
              + "@[\\p{L}\\p{N}](?:-*[\\p{L}\\p{N}])*(?:[.][\\p{L}\\p{N}](?:-*[\\p{L}\\p{N}])*)+");

  public Email {
    if (address.length() > LONGEST || !SHAPE.matcher(address).matches())
      throw new IllegalArgumentException(
          "e-mail address of " + address.length() + " characters is none, as ana@company.example");
    address = address.toLowerCase(Locale.ROOT);
  }

  /** The address in the text, spaces around it aside; empty when it is none. */
  public static Optional<Email> parse(String text) {
    String stripped = text.strip();
    return stripped.length() <= LONGEST && SHAPE.matcher(stripped).matches()
        ? Optional.of(new Email(stripped))
        : Optional.empty();
  }

  /** The first letter and the host. */
  @Override
  public String toString() {
    int first = address.offsetByCodePoints(0, 1);
    return address.substring(0, first) + "…" + address.substring(address.indexOf('@'));
  }
}
