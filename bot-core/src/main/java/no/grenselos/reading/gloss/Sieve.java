package no.grenselos.reading.gloss;

/**
 * Lets every word through that was put in, and few others: one bit for each hash. Most of what an
 * unknown word may be a form of is kept out before a string is made of it. The hash is that of
 * {@link String#hashCode}, so that it can be carried on letter by letter. Not thread safe while
 * words are put in.
 */
final class Sieve {
  // 32 bits a word: some three of a hundred strangers come through
  private static final int BITS_PER_WORD = 32;

  private final long[] bits;
  private final int mask;

  /**
   * @param words how many will be put in, at most some ten million
   */
  Sieve(int words) {
    int size = Integer.highestOneBit(Math.max(words, 64) * BITS_PER_WORD) * 2;
    bits = new long[size / Long.SIZE];
    mask = size - 1;
  }

  void put(String word) {
    int place = place(word.hashCode());
    bits[place >> 6] |= 1L << place;
  }

  boolean passes(int hash) {
    int place = place(hash);
    return (bits[place >> 6] & (1L << place)) != 0;
  }

  /** The hash of the same letters and one more. */
  static int extend(int hash, char letter) {
    return 31 * hash + letter;
  }

  // the high bits of a string's hash differ most
  private int place(int hash) {
    return (hash ^ (hash >>> 15)) & mask;
  }
}
