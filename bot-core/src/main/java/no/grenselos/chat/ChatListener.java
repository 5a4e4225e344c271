package no.grenselos.chat;

import java.util.Map;
import java.util.Optional;

/** What a chat adapter tells the core. Safe for many threads. */
public interface ChatListener {
  /**
   * Stores the event, once per id, before it returns; the work is done later. Throws when it could
   * not be stored.
   */
  void happened(ChatEvent event);

  /**
   * The form to show for a press; empty when it makes no sense (any more) for this person, or when
   * there is nothing to ask: a press that stands alone is then told as it is. Only reads; answers
   * quickly.
   */
  Optional<Form> open(FormKind kind, ChatEvent.On on, ChatUser who);

  /**
   * A form was sent. Checks it, and stores what it asks for, once per event id.
   *
   * @param values by field id
   * @return what is wrong, by field id; empty when it was accepted
   */
  Map<String, String> submitted(
      String eventId, ChatUser who, FormKind kind, PlacementId card, Map<String, String> values);
}
