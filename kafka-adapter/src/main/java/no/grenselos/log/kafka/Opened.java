package no.grenselos.log.kafka;

import no.grenselos.mention.MentionEvent;

/** What a message of the topic turned out to be. */
sealed interface Opened {
  record Event(MentionEvent event) implements Opened {}

  /**
   * Nobody can read it.
   *
   * @param reason in plain English, without what the message holds
   */
  record Unreadable(String reason) implements Opened {}
}
