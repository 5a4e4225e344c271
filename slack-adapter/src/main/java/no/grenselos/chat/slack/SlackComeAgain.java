package no.grenselos.chat.slack;

import java.io.IOException;

/**
 * Something that is not stored yet: Slack must repeat an event, and show the person that a press
 * failed. Thrown, because the kit takes an answer other than 200 for "no listener" and acknowledges
 * the event.
 */
final class SlackComeAgain extends IOException {
  private static final long serialVersionUID = 1L;

  SlackComeAgain(String eventId) {
    super("event " + eventId + " is not stored yet");
  }
}
