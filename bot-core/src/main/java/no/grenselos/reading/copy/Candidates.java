package no.grenselos.reading.copy;

import java.util.Arrays;

/**
 * The posts that share the most telling word pairs with a text, found in bounded time: the most
 * telling pairs are looked up first, {@value #A_PAIR} of the newest posts for each and {@value
 * #IN_ALL} in all. So ten thousand posts with the same opening words cost no more than twenty; what
 * is cut off is found by its other words, or has none. Not thread safe.
 */
final class Candidates {
  private static final int A_PAIR = 8;
  private static final int IN_ALL = 96;
  private static final int PLACES = 1_024;
  private static final int BEST = 8;

  private final PostRing posts;
  private final KeyChains chains;
  private final int[] slots = new int[PLACES];
  private final int[] shared = new int[PLACES];
  private final int[] used = new int[IN_ALL];
  private final long[] pairs = new long[2 * PlainWords.MOST];
  private int usedCount;

  Candidates(PostRing posts, KeyChains chains) {
    this.posts = posts;
    this.chains = chains;
  }

  /** Slots of at most {@value #BEST} posts, the likeliest first. */
  int[] of(int[] words, int[] weights) {
    for (int i = 0; i < usedCount; i++) shared[used[i]] = 0;
    usedCount = 0;
    int count = pairs(words, weights);
    Arrays.sort(pairs, 0, count);
    int left = IN_ALL;
    for (int i = count - 1; i >= 0 && left > 0; i--) {
      left -= walk(pairs[i], Math.min(A_PAIR, left));
    }
    return best();
  }

  // a pair's weight in the high half, its key in the low one: sorted by weight
  private int pairs(int[] words, int[] weights) {
    int count = 0;
    for (int gap = 1; gap <= KeyChains.furthest(words.length); gap++) {
      for (int i = gap; i < words.length; i++) {
        long weight = (long) weights[i - gap] + weights[i];
        pairs[count++] =
            (weight << 32) | Integer.toUnsignedLong(KeyChains.key(words[i - gap], words[i]));
      }
    }
    return count;
  }

  private int walk(long pair, int most) {
    int key = (int) pair;
    int weight = (int) (pair >>> 32);
    int steps = 0;
    int lastRank = posts.count();
    for (int entry = chains.first(key); entry >= 0 && steps < most; entry = chains.after(entry)) {
      int slot = entry / KeyChains.KEYS;
      int rank = posts.rank(slot);
      // an older post's link can only lead to a still older one: else the place was given away
      if (rank > lastRank || rank >= posts.count()) break;
      lastRank = rank;
      hit(slot, weight);
      steps++;
    }
    return steps;
  }

  private void hit(int slot, int weight) {
    int place = PlainWords.mixed(slot) & (PLACES - 1);
    while (shared[place] != 0 && slots[place] != slot) place = (place + 1) & (PLACES - 1);
    shared[place] += weight;
    if (shared[place] > weight) return;
    slots[place] = slot;
    used[usedCount++] = place;
  }

  private int[] best() {
    int[] best = new int[Math.min(BEST, usedCount)];
    for (int i = 0; i < best.length; i++) {
      int top = i;
      for (int j = i + 1; j < usedCount; j++) if (shared[used[j]] > shared[used[top]]) top = j;
      int swapped = used[i];
      used[i] = used[top];
      used[top] = swapped;
      best[i] = slots[used[i]];
    }
    return best;
  }
}
