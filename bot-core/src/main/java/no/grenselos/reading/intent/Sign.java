package no.grenselos.reading.intent;

/**
 * Something in a text that may speak for or against an intent.
 *
 * @param name as {@code word:late}, {@code pair:still_no}, {@code group:wait}, {@code cue:praise},
 *     {@code shape:question mark}
 * @param value 0 or more; signs of one name add up, to {@link #most()}
 * @param start first UTF-16 offset in the text; -1 when it stands nowhere
 * @param end one past the last; -1 likewise
 */
record Sign(String name, double value, int start, int end) {
  private static final double MOST_OF_CUES = 3;

  /** What all signs of this name count together. */
  double most() {
    return name.startsWith("cue:") ? MOST_OF_CUES : 1;
  }
}
