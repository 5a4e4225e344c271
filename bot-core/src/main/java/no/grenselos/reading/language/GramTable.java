package no.grenselos.reading.language;

/**
 * Numbers character sequences of at most three in the order in which they are added: a hash table
 * with open addressing over their 48 bits. Safe for many threads once all are added.
 */
final class GramTable {
  private static final int LONGEST = 3;
  private static final long FREE = 0;

  private final long[] keys;
  private final int[] numbers;
  private int size;

  /**
   * @param most how many will be added
   */
  GramTable(int most) {
    int places = Integer.highestOneBit(most * 4 / 3 + 1) * 2; // at least a quarter stays free
    keys = new long[places];
    numbers = new int[places];
  }

  /**
   * @throws IllegalArgumentException when it is empty or longer than three characters
   */
  void add(String gram) {
    if (gram.isEmpty() || gram.length() > LONGEST) {
      throw new IllegalArgumentException("a sequence of " + gram.length() + " characters");
    }
    int place = place(key(gram));
    keys[place] = key(gram);
    numbers[place] = size++;
  }

  /** Its number; -1 when it was not added. */
  int find(String gram) {
    if (gram.isEmpty() || gram.length() > LONGEST) return -1;
    int place = place(key(gram));
    return keys[place] == FREE ? -1 : numbers[place];
  }

  int size() {
    return size;
  }

  private int place(long key) {
    int last = keys.length - 1;
    int place = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & last;
    while (keys[place] != FREE && keys[place] != key) place = (place + 1) & last;
    return place;
  }

  /** The length leads, so that no key is FREE and none is that of another sequence. */
  private static long key(String gram) {
    long key = gram.length();
    for (int i = 0; i < gram.length(); i++) key = key << 16 | gram.charAt(i);
    return key;
  }
}
