package no.grenselos.reading.copy;

import java.util.Arrays;

/**
 * One text as numbers of words, a look into an array that is not copied: {@code all[from]} to
 * before {@code all[from + length]}.
 */
final class Text {
  private final int[] all;
  private final int from;
  private final int length;

  Text(int[] all, int from, int length) {
    this.all = all;
    this.from = from;
    this.length = length;
  }

  static Text of(int[] words) {
    return new Text(words, 0, words.length);
  }

  int length() {
    return length;
  }

  int word(int i) {
    return all[from + i];
  }

  boolean sameAs(Text other) {
    return Arrays.equals(
        all, from, from + length, other.all, other.from, other.from + other.length);
  }
}
