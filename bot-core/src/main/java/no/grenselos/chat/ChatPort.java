package no.grenselos.chat;

import java.time.Instant;

/**
 * Sends to one chat house. Safe for many threads; no method throws for what the house does, none
 * retries by itself.
 */
public interface ChatPort {
  /** {@code slack} or {@code teams}. */
  String house();

  /**
   * Posts a new card.
   *
   * @param card its id travels with the message, so that {@link #find} can recognise it and presses
   *     lead back to it
   */
  Delivery post(Place place, PlacementId card, Card content);

  /** Looks in the place for a card posted since then. */
  Sighting find(Place place, PlacementId card, Instant since);

  /** Edits a card in place. */
  Delivery update(MessageRef ref, PlacementId card, Card content);

  /**
   * Says a line that only this person sees, beside the message. Best effort: may be shown twice or
   * never.
   */
  Delivery whisper(ChatUser to, MessageRef beside, String text);
}
