package no.grenselos.feed.http;

/** What came next over a connection. */
sealed interface Heard {
  record Frame(LiveFrame frame) implements Heard {}

  /** A sign of life that says nothing else. */
  record Beat() implements Heard {}

  /** A part of a message, the rest of which is still to come. */
  record Part() implements Heard {}

  /**
   * Nothing comes any more.
   *
   * @param reason in our words
   */
  record End(String reason) implements Heard {}
}
