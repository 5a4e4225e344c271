package no.grenselos.playground.teams.connector;

import java.time.Duration;

/** What one of the next calls meets. */
sealed interface Spell {
  /**
   * Nothing is done.
   *
   * @param retryAfter zero for no such header
   */
  record Refuse(int status, Duration retryAfter) implements Spell {}

  /** It is done, but the line is cut before the answer: the bot cannot know. */
  record HangUp() implements Spell {}

  /** It is done, and answered with a page that is no JSON. */
  record Garble() implements Spell {}

  /** A usual day. */
  record Fine() implements Spell {}
}
