package no.grenselos.chat;

import java.time.Instant;

/**
 * Something somebody did in a chat house, told to the core once per id.
 *
 * @param id the house's own id of the event, with the house in front; equal when the house repeats
 *     itself
 */
public record ChatEvent(String id, ChatUser who, On on, ChatAction action, Instant at) {
  /** Which card it is about. */
  public sealed interface On {
    record Card(PlacementId id) implements On {}

    /** An emoji knows only the message. */
    record Message(MessageRef ref) implements On {}
  }
}
