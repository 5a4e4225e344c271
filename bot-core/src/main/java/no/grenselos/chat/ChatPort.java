package no.grenselos.chat;

import java.time.Instant;
import no.grenselos.expert.Email;
import no.grenselos.expert.Handle;
import org.jspecify.annotations.Nullable;

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
   * Says a line that only this person sees. Best effort: may be shown twice or never.
   *
   * @param beside the message it belongs to; null for their own direct messages
   */
  Delivery whisper(ChatUser to, @Nullable MessageRef beside, String text);

  /** Keeps the message at the top of its place; doing so twice is harmless. */
  Delivery pin(MessageRef ref);

  /** Shows the person their home, where the house has such a thing; else delivered all the same. */
  Delivery home(Handle of, Page page);

  /**
   * What the house knows of the person's day now; {@link Presence#UNKNOWN} when it does not say.
   */
  Presence presence(Handle of);

  /**
   * Who in the house has that e-mail address. Answers are remembered for some minutes, so that many
   * may be asked for; somebody who just came may be unknown that long. The address goes to the
   * house alone, and into no log.
   */
  Lookup lookUp(Email email);
}
