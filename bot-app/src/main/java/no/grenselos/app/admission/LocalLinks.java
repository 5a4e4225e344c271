package no.grenselos.app.admission;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Books;
import no.grenselos.store.HouseNotes;
import no.grenselos.store.Store;

/**
 * Words that let somebody at this machine in as admin, each once and within ten minutes. The store
 * keeps only their hash, so that whoever reads it cannot use them. Safe for many threads and nodes.
 */
public final class LocalLinks {
  /** Long enough to find the browser. */
  public static final Duration LASTS = Duration.ofMinutes(10);

  private static final String HOUSE = "console";
  private static final String LINK = "link:";
  private static final String USED = "used:";
  private static final String FIRST = "first-start";
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Store store;
  private final Clock clock;

  public LocalLinks(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Where a word leads in, at a server on this machine. */
  public static URI address(int port, String word) {
    return URI.create("http://127.0.0.1:" + port + "/console/link/" + word);
  }

  /** A new word of 256 random bits, safe in an address. */
  public String make() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String word = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant end = clock.instant().plus(LASTS);
    return store.write(books -> {
      String until = Long.toString(end.toEpochMilli());
      books.houseNotes().keep(HOUSE, LINK + hash(word), until, end);
      return word;
    });
  }

  /** Whether this store never had a console opened from it; true once over all nodes. */
  public boolean firstStart() {
    return store.write(books -> books.houseNotes().keepFirst(HOUSE, FIRST, ""));
  }

  /** Whether the word lets somebody in, who is then noted in the audit; it never does again. */
  public boolean use(String word) {
    String hash = hash(word);
    Instant now = clock.instant();
    return store.write(books -> {
      boolean good = once(books.houseNotes(), hash, now);
      if (good) enter(books, Visitor.LOCAL, "by the local link", now);
      return good;
    });
  }

  /** Notes that somebody came in. */
  public static void enter(Books books, Visitor visitor, String how, Instant now) {
    books.audit().add(new AuditLog.Entry(now, visitor.id(), "console.entered", null, how));
  }

  private static boolean once(HouseNotes notes, String hash, Instant now) {
    boolean lasts =
        notes
            .find(HOUSE, LINK + hash)
            .filter(until -> now.toEpochMilli() < Long.parseLong(until))
            .isPresent();
    // of two at the same moment, the store decides who was first
    if (!lasts || !notes.keepFirst(HOUSE, USED + hash, "")) return false;
    notes.keep(HOUSE, USED + hash, "", now.plus(LASTS));
    notes.forget(HOUSE, LINK + hash);
    return true;
  }

  private static String hash(String word) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(word.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
