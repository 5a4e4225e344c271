package no.grenselos.chat;

import java.time.Instant;
import no.grenselos.reading.TopicId;
import org.jspecify.annotations.Nullable;

/** What somebody did about many posts at once: an incident, or a pause. */
public sealed interface StormAction extends ChatAction {
  /** All answers to the incident begin with this line; empty for none. */
  record ShareLine(String line) implements StormAction {}

  /** The incident is over. */
  record StormOver() implements StormAction {}

  /** Nobody answers those of the incident that still wait. */
  record CloseRest() implements StormAction {}

  /** Those of the incident that still wait go the ordinary way. */
  record AskRest() implements StormAction {}

  /**
   * Nobody is asked for a while.
   *
   * @param topic about which; null for all
   * @param careToo whether also customer service's queues rest
   * @param reason for colleagues; may be empty
   */
  record HoldBack(@Nullable TopicId topic, boolean careToo, Instant until, String reason)
      implements StormAction {}

  /** The pause ends now. */
  record GoOn() implements StormAction {}

  /**
   * Pauses end now.
   *
   * @param topic the pause of which; null for every pause
   */
  record GoOnWith(@Nullable TopicId topic) implements StormAction {}
}
