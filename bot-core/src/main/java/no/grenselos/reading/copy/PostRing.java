package no.grenselos.reading.copy;

import java.util.Arrays;
import no.grenselos.mention.MentionId;
import org.jspecify.annotations.Nullable;

/**
 * The posts of the window in the order they came, in arrays used round and round. A post has a slot
 * for as long as it is in the window. Not thread safe.
 */
final class PostRing {
  private final @Nullable MentionId[] ids;
  private final long[] times;
  private final byte[] lengths;
  private final boolean[] counted;
  private final int[] words;
  private int first;
  private int count;

  /**
   * @param capacity a power of two
   */
  PostRing(int capacity) {
    ids = new MentionId[capacity];
    times = new long[capacity];
    lengths = new byte[capacity];
    counted = new boolean[capacity];
    words = new int[capacity * PlainWords.MOST];
  }

  int capacity() {
    return ids.length;
  }

  int count() {
    return count;
  }

  /** The slot of the post that came as {@code rank}-th of those in the window, from 0. */
  int slot(int rank) {
    return (first + rank) & (ids.length - 1);
  }

  /** The reverse of {@link #slot}; {@link #count} or more when nothing is in that slot. */
  int rank(int slot) {
    return (slot - first) & (ids.length - 1);
  }

  int add(MentionId id, long time, int[] plain) {
    int slot = slot(count++);
    ids[slot] = id;
    times[slot] = time;
    lengths[slot] = (byte) plain.length;
    counted[slot] = false;
    System.arraycopy(plain, 0, words, from(slot), plain.length);
    return slot;
  }

  /** Adds what another ring has in {@code from}. */
  int copy(PostRing other, int from) {
    int slot = slot(count++);
    ids[slot] = other.ids[from];
    times[slot] = other.times[from];
    lengths[slot] = other.lengths[from];
    counted[slot] = other.counted[from];
    System.arraycopy(other.words, from(from), words, from(slot), lengths[slot]);
    return slot;
  }

  void dropOldest() {
    ids[first] = null;
    first = slot(1);
    count--;
  }

  /** What is known of a post but its slot is forgotten. */
  void forget(int slot) {
    ids[slot] = null;
    Arrays.fill(words, from(slot), from(slot) + lengths[slot], 0);
    lengths[slot] = 0;
    counted[slot] = false;
  }

  @Nullable MentionId id(int slot) {
    return ids[slot];
  }

  long time(int slot) {
    return times[slot];
  }

  boolean counted(int slot) {
    return counted[slot];
  }

  void markCounted(int slot) {
    counted[slot] = true;
  }

  /** Its words; none once it is forgotten. Holds until the slot is given away. */
  Text text(int slot) {
    return new Text(words, from(slot), lengths[slot]);
  }

  private static int from(int slot) {
    return slot * PlainWords.MOST;
  }
}
