package no.grenselos.memory;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * Makes a text fit by leaving out its last sentences, whole ones only. The same text always becomes
 * the same. Immutable; safe for many threads when the counting is.
 *
 * @param max how long a text may be, in the network's counting; 1 or more
 * @param length the network's counting
 */
public record Shortening(int max, ToIntFunction<String> length) {
  public Shortening {
    if (max < 1) throw new IllegalArgumentException("max is " + max + ", must be 1 or more");
  }

  /** A text's length as Java counts: UTF-16 units. */
  public static Shortening to(int max) {
    return new Shortening(max, String::length);
  }

  /**
   * @param language the text's; its abbreviations end no sentence
   */
  public Shortened fit(String text, Locale language) {
    String whole = text.strip();
    if (fits(whole)) return new Shortened.Whole(whole);
    List<Integer> ends = Sentences.ends(whole, language);
    String start = whole.substring(0, ends.getFirst()).strip();
    if (!fits(start)) return new Shortened.TooLong(start, length.applyAsInt(start));
    int kept = 1;
    // from the front: a long letter costs no more than what is kept of it
    for (; kept < ends.size() - 1; kept++) {
      String longer = whole.substring(0, ends.get(kept)).strip();
      if (!fits(longer)) break;
      start = longer;
    }
    return new Shortened.Cut(start, ends.size() - kept);
  }

  private boolean fits(String text) {
    return length.applyAsInt(text) <= max;
  }
}
