package no.grenselos.reading;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Words of the post that spoke for something.
 *
 * @param start first UTF-16 offset in the mention's text; -1 when the evidence is not in the text
 *     (a network, an author)
 * @param end one past the last offset; -1 likewise
 * @param words as they stand in the post, or the matched field's value
 * @param speaksFor what they speak for, as {@code keyword}, {@code phrase}, {@code like "example"},
 *     {@code intent:complaint}
 */
public record Evidence(int start, int end, String words, String speaksFor) {
  public Evidence {
    if (end < start) throw new IllegalArgumentException("end " + end + " is before start " + start);
  }

  /** "“heat pump”, “noise”": the first few that stand in the text; empty when none does. */
  public static String quoted(List<Evidence> evidence, int most) {
    return evidence.stream()
        .filter(one -> one.start() >= 0)
        .map(one -> "“" + one.words() + "”")
        .distinct()
        .limit(most)
        .collect(Collectors.joining(", "));
  }
}
