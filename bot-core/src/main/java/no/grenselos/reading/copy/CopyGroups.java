package no.grenselos.reading.copy;

import java.util.Arrays;

/**
 * Who belongs together: for each group its members from oldest to newest, as a chain through the
 * places of the posts. Since the oldest post of all always leaves first, it is always the first of
 * its group. Not thread safe.
 */
final class CopyGroups {
  private static final int NONE = -1;

  private final int[] groupOf;
  private final int[] younger;
  private final int[] oldest;
  private final int[] newest;
  private int unused;

  CopyGroups(int capacity) {
    groupOf = new int[capacity];
    younger = new int[capacity];
    oldest = new int[capacity];
    newest = new int[capacity];
    // groups not in use are a chain through `oldest`
    for (int i = 0; i < capacity; i++) oldest[i] = i + 1 < capacity ? i + 1 : NONE;
    Arrays.fill(newest, NONE);
  }

  /** Starts a group with one member. */
  void found(int slot) {
    int group = unused;
    unused = oldest[group];
    oldest[group] = slot;
    newest[group] = slot;
    groupOf[slot] = group;
    younger[slot] = NONE;
  }

  /** Puts {@code slot} into the group of {@code member}. */
  void join(int slot, int member) {
    int group = groupOf[member];
    younger[newest[group]] = slot;
    newest[group] = slot;
    groupOf[slot] = group;
    younger[slot] = NONE;
  }

  /** Takes the oldest post of all out; its group ends when it was the last. */
  void leave(int slot) {
    int group = groupOf[slot];
    oldest[group] = younger[slot];
    if (oldest[group] != NONE) return;
    newest[group] = NONE;
    oldest[group] = unused;
    unused = group;
  }

  int oldestWith(int slot) {
    return oldest[groupOf[slot]];
  }

  /** The next member of the same group; -1 after the newest. */
  int younger(int slot) {
    return younger[slot];
  }
}
