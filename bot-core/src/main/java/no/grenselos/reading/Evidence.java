package no.grenselos.reading;

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
}
