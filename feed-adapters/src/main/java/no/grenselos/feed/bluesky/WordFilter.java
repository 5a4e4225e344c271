package no.grenselos.feed.bluesky;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Queue;

/**
 * Looks for any of some words in JSON that was not read yet, in one pass and whatever their case
 * (Aho and Corasick, "Efficient string matching", 1975). Letters written as escapes are seen
 * through. Where a word stands is not looked at, so a hit says only that a closer look is worth it.
 * Safe for many threads.
 */
final class WordFilter {
  private static final int HIT = -1;
  private static final int BROKEN = 0xFFFD;

  /** What a character counts as: all that is in no word is the same. */
  private final short[] kinds = new short[1 << Character.SIZE];

  private final int width;

  /** Per state and kind the next state's beginning in this table. */
  private final int[] next;

  WordFilter(Collection<String> words) {
    List<String> folded = words.stream().map(WordFilter::folded).filter(w -> !w.isEmpty()).toList();
    this.width = 1 + numbered(folded);
    this.next = table(folded);
  }

  private static String folded(String word) {
    char[] units = word.toCharArray();
    for (int i = 0; i < units.length; i++) units[i] = folded(units[i]);
    return new String(units);
  }

  private static char folded(char unit) {
    return Character.toLowerCase(Character.toUpperCase(unit));
  }

  private int numbered(List<String> words) {
    short[] numbers = new short[kinds.length];
    short many = 0;
    for (String word : words) {
      for (int i = 0; i < word.length(); i++) {
        if (numbers[word.charAt(i)] == 0) numbers[word.charAt(i)] = ++many;
      }
    }
    for (int unit = 0; unit < kinds.length; unit++) kinds[unit] = numbers[folded((char) unit)];
    return many;
  }

  private int[] table(List<String> words) {
    int states = 1 + words.stream().mapToInt(String::length).sum();
    int[] table = new int[states * width];
    int used = 1;
    for (String word : words) {
      int state = 0;
      for (int i = 0; i < word.length() && state != HIT; i++) {
        int at = state + kinds[word.charAt(i)];
        if (i == word.length() - 1) table[at] = HIT;
        else if (table[at] == 0) table[at] = width * used++;
        state = table[at];
      }
    }
    return linked(Arrays.copyOf(table, used * width));
  }

  /** Where a word breaks off, the longest of its ends that begins a word goes on. */
  private int[] linked(int[] table) {
    int[] back = new int[table.length / width];
    Queue<Integer> states = new ArrayDeque<>();
    for (int kind = 0; kind < width; kind++) if (table[kind] > 0) states.add(table[kind]);
    while (!states.isEmpty()) {
      int state = states.remove();
      int otherwise = back[state / width];
      for (int kind = 0; kind < width; kind++) {
        int to = table[state + kind];
        int instead = table[otherwise + kind];
        if (instead == HIT || to == 0) {
          table[state + kind] = instead;
        } else if (to != HIT) {
          back[to / width] = instead;
          states.add(to);
        }
      }
    }
    return table;
  }

  /** Whether one of the words may be in it; any bytes will do. */
  boolean mayHold(byte[] json) {
    int state = 0;
    int at = 0;
    while (at < json.length) {
      int sign = json[at];
      if (sign >= 0 && sign != '\\') {
        at++;
        state = next[state + kinds[sign]];
      } else {
        long read = sign < 0 ? decoded(json, at) : unescaped(json, at);
        at += (int) (read >>> 32);
        int point = (int) read;
        if (Character.isSupplementaryCodePoint(point)) {
          state = next[state + kinds[Character.highSurrogate(point)]];
          if (state == HIT) return true;
          point = Character.lowSurrogate(point);
        }
        state = next[state + kinds[point]];
      }
      if (state == HIT) return true;
    }
    return false;
  }

  /** The code point, and in the upper half how many bytes it takes. */
  private static long decoded(byte[] bytes, int at) {
    int lead = bytes[at] & 0xFF;
    int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC0 || lead > 0xF7 || at + length > bytes.length) return result(1, BROKEN);
    int point = lead & (0x7F >> length);
    for (int i = 1; i < length; i++) point = (point << 6) | (bytes[at + i] & 0x3F);
    return result(length, point <= Character.MAX_CODE_POINT ? point : BROKEN);
  }

  private static long unescaped(byte[] bytes, int at) {
    if (at + 1 >= bytes.length) return result(1, '\\');
    if (bytes[at + 1] != 'u') return result(2, plain(bytes[at + 1]));
    if (at + 6 > bytes.length) return result(2, BROKEN);
    int unit = 0;
    for (int i = at + 2; i < at + 6; i++) unit = (unit << 4) | Character.digit(bytes[i], 16);
    return result(6, unit < 0 ? BROKEN : unit);
  }

  private static int plain(byte escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> escaped < 0 ? BROKEN : escaped;
    };
  }

  private static long result(int length, int point) {
    return (long) length << 32 | point;
  }
}
