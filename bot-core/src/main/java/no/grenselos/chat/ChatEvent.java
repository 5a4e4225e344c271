package no.grenselos.chat;

import java.time.Instant;

/**
 * Something somebody did in a chat house, told to the core once per id.
 *
 * @param id the house's own id of the event, with the house in front; equal when the house repeats
 *     itself
 */
public record ChatEvent(String id, ChatUser who, On on, ChatAction action, Instant at) {

  /** What it is about. */
  public sealed interface On {
    record Card(PlacementId id) implements On {
      @Override
      public String toString() {
        return id.toString();
      }
    }

    /** An emoji knows only the message. */
    record Message(MessageRef ref) implements On {}

    /** Done in a list, a home or by a command, not on a card of its own. */
    record About(Subject subject) implements On {
      @Override
      public String toString() {
        return subject.toString();
      }
    }

    /** Nothing but whoever does it. */
    record Nothing() implements On {
      @Override
      public String toString() {
        return "-";
      }
    }

    /**
     * Reads the text form in which all but {@link Message} travel with buttons and forms.
     *
     * @throws IllegalArgumentException when it is none
     */
    static On parse(String text) {
      if (text.equals("-")) return new Nothing();
      if (text.startsWith("C-")) return new Card(PlacementId.parse(text));
      return new About(Subject.parse(text));
    }
  }
}
