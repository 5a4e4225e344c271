package no.grenselos.feed.bluesky;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * The name of a reply's record, the same for every attempt at it. Posts are named by a TID
 * (atproto.com, TID): 53 bits of microseconds and 10 of a clock's number, 13 signs of a sortable
 * base 32. The time is the answered post's and up to eighteen minutes more; that and the clock's
 * number come from the reply's key, 40 bits in all, so that two replies to one post do not meet.
 */
final class RecordKey {
  private static final String SIGNS = "234567abcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 13;
  private static final int CLOCK_BITS = 10;
  private static final long TIME_SPAN = 1L << 30;
  private static final long MOST_MICROS = (1L << 53) - 1 - TIME_SPAN;

  private RecordKey() {}

  static String of(String key, Instant answered) {
    long hash = hash(key);
    long seconds = Math.clamp(answered.getEpochSecond(), 0L, MOST_MICROS / 1_000_000 - 1);
    long micros = seconds * 1_000_000 + answered.getNano() / 1_000;
    long named = micros + Math.floorMod(hash >> CLOCK_BITS, TIME_SPAN);
    long number = (named << CLOCK_BITS) | (hash & ((1 << CLOCK_BITS) - 1));
    char[] signs = new char[LENGTH];
    for (int i = LENGTH - 1; i >= 0; i--) {
      signs[i] = SIGNS.charAt((int) (number & 31));
      number >>>= 5;
    }
    return new String(signs);
  }

  private static long hash(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
