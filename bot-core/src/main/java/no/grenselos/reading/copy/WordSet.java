package no.grenselos.reading.copy;

/**
 * A quick look at which words two texts may share, before their order is compared: 256 bits, of
 * which each word of a text sets one. May take a word for there that is not, never the reverse.
 */
final class WordSet {
  private final long[] bits = new long[4];

  void fill(Text text) {
    bits[0] = bits[1] = bits[2] = bits[3] = 0;
    for (int i = 0; i < text.length(); i++) bits[part(text.word(i))] |= bit(text.word(i));
  }

  boolean mayHold(int word) {
    return (bits[part(word)] & bit(word)) != 0;
  }

  private static int part(int word) {
    return (word >>> 3) & 3;
  }

  private static long bit(int word) {
    return 1L << (word >>> 5);
  }
}
