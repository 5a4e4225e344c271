package no.grenselos.playground.teams.tenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids as Teams makes them, and the time. */
public final class Ids {
  private final Clock clock;
  private final AtomicLong last = new AtomicLong();

  Ids(Clock clock) {
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant();
  }

  /** A message's id: milliseconds since 1970, unique and increasing. */
  public String message() {
    return Long.toString(last.updateAndGet(before -> Math.max(clock.millis(), before + 1)));
  }

  /** The id of an activity that is no message. */
  public String activity() {
    return "f:" + UUID.randomUUID();
  }

  /** Letters that tell nothing, always the same for the same name. */
  public static String opaque(String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(name.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is in every Java", e);
    }
  }

  static String guid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
