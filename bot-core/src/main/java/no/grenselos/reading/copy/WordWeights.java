package no.grenselos.reading.copy;

/**
 * How telling a word is, 1 to 100: long words and numbers more than short ones, and words that few
 * groups of the window use more than words that many use. A post that is copied a thousand times
 * counts once, so that its words stay telling. Counts by hash in a table of fixed size (4 MB for
 * any number of posts); two words that share a place count as one. Not thread safe.
 */
final class WordWeights {
  private static final int PLACES = 1 << 20;
  // what a word of 1-2, 3, 4-5 and 6 or more letters weighs before it is seen often; a number
  private static final int[] BY_KIND = {25, 40, 70, 100, 100, 0, 0, 0};
  private static final int NUMBER = 4;
  // the size of the window that an empty one pretends to have: the first words are not all rare
  private static final int SUPPOSED = 1_000;

  private final int[] counts = new int[PLACES];
  private int texts;

  /** 0 to 4, kept in the word's lowest three bits. */
  static int kind(int letters, boolean digit) {
    if (digit) return NUMBER;
    if (letters >= 6) return 3;
    return letters >= 4 ? 2 : letters == 3 ? 1 : 0;
  }

  static boolean number(int word) {
    return (word & 7) == NUMBER;
  }

  int of(int word) {
    double all = Math.log(texts + SUPPOSED);
    double rarity = (all - Math.log(1 + counts[place(word)])) / all;
    return (int) Math.max(1, BY_KIND[word & 7] * rarity);
  }

  /** Counts the words of a new group. */
  void add(Text text) {
    texts++;
    for (int i = 0; i < text.length(); i++) counts[place(text.word(i))]++;
  }

  /** Takes back what {@link #add} counted. */
  void remove(Text text) {
    texts--;
    for (int i = 0; i < text.length(); i++) counts[place(text.word(i))]--;
  }

  private static int place(int word) {
    return word >>> 12;
  }
}
