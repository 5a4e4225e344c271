package no.grenselos.chat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** What a chat adapter tells the core, and asks it. Safe for many threads. */
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
   *
   * @param values what the form begins with, by field id: what is known of the place it is opened
   *     from ({@code text} of a message, {@code message} its address); mostly empty
   */
  Optional<Form> open(FormKind kind, ChatEvent.On on, ChatUser who, Map<String, String> values);

  /**
   * Something in an open form changed that the form wanted to be told of. Only reads; answers
   * quickly.
   *
   * @param values by field id, as they stand
   * @return the form as it is to be drawn now; empty to leave it as it is
   */
  Optional<Form> changed(FormKind kind, ChatEvent.On on, ChatUser who, Map<String, String> values);

  /**
   * A form was sent. Checks it, and stores what it asks for, once per event id.
   *
   * @param values by field id
   * @return what is wrong, by field id; empty when it was accepted
   */
  Map<String, String> submitted(
      String eventId, ChatUser who, FormKind kind, ChatEvent.On on, Map<String, String> values);

  /** The person's home as it is now. Only reads; answers quickly. */
  Page home(ChatUser who);

  /**
   * Somebody said something to the bot, as by {@code /grenselos queue}. What it asks for is stored,
   * once per event id; the answer is for whoever said it only.
   *
   * @param words after the command's own name; may be empty
   */
  Page said(String eventId, ChatUser who, String words);

  /**
   * A card as this person is to see it now, with what they may do about it; for houses that can
   * show each person their own. Only reads; answers quickly.
   *
   * @return empty when there is no such card (any more), or it stands in another's direct messages
   */
  Optional<Card> shown(PlacementId card, ChatUser who);

  /** What there is to say of an address that somebody shared; empty when it is not one of ours. */
  Optional<Card> about(ChatUser who, URI address);
}
