package no.grenselos.reading.copy;

import java.util.Arrays;

/**
 * Finds posts that share word pairs with a text. Each post hangs up to {@value #KEYS} of its pairs
 * into chains by hash, newest first. A chain is never cleaned: a link to a place whose post is gone
 * ends it, since all further ones are older. Not thread safe.
 *
 * <p>Why pairs and not MinHash: a copy cut to a fifth shares few minima with its original but all
 * its pairs, and of eight words with three changed one pair is always left.
 */
final class KeyChains {
  static final int KEYS = 20;

  /** Up to this many words, pairs with one word between are keys too: 10 + 9 fit. */
  private static final int SHORT = 11;

  // of a long text its beginning, since that is what a cut copy keeps; the rest by lowest hash
  private static final int FROM_START = 7;
  private static final int CHAINS_A_POST = 4;

  private final int[] heads;
  private final int[] next;
  private final int[] keys = new int[2 * PlainWords.MOST];

  KeyChains(int capacity) {
    heads = new int[capacity * CHAINS_A_POST];
    Arrays.fill(heads, -1);
    next = new int[capacity * KEYS];
  }

  /** Hangs up the post at {@code slot}. */
  void add(int slot, Text text) {
    int found = pairs(text);
    int kept = found <= KEYS ? found : chosen(found);
    for (int i = 0; i < KEYS; i++) {
      int entry = slot * KEYS + i;
      if (i >= kept) {
        next[entry] = -1;
        continue;
      }
      int chain = chain(keys[i]);
      next[entry] = heads[chain];
      heads[chain] = entry;
    }
  }

  /** The first entry of a pair's chain; -1 for none. The post's slot is entry / {@link #KEYS}. */
  int first(int key) {
    return heads[chain(key)];
  }

  int after(int entry) {
    return next[entry];
  }

  static int key(int word, int following) {
    return PlainWords.mixed(word * 31 + following);
  }

  /** How far apart the words of a pair may stand in a text of so many words: 1 are neighbours. */
  static int furthest(int length) {
    return length <= SHORT ? 2 : 1;
  }

  private int pairs(Text text) {
    int found = 0;
    for (int gap = 1; gap <= furthest(text.length()); gap++) {
      for (int i = gap; i < text.length(); i++) {
        keys[found++] = key(text.word(i - gap), text.word(i));
      }
    }
    return found;
  }

  private int chosen(int found) {
    Arrays.sort(keys, FROM_START, found);
    return KEYS;
  }

  private int chain(int key) {
    return key & (heads.length - 1);
  }
}
