package no.grenselos.chat;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is shown in a chat house, without any platform's markup. All text is plain and must be
 * rendered inert.
 *
 * @param headline first line, our own words
 * @param parts from top to bottom
 * @param buttons at most three; first is the main one
 * @param more further choices, behind one menu
 * @param summary one line for notifications and screen readers
 */
public record Card(
    String headline, List<Part> parts, List<Button> buttons, List<Choice> more, String summary) {
  public Card {
    if (buttons.size() > 3) {
      throw new IllegalArgumentException(
          "card has " + buttons.size() + " buttons, must be at most 3");
    }
    parts = List.copyOf(parts);
    buttons = List.copyOf(buttons);
    more = List.copyOf(more);
  }

  /** Something to press. */
  public sealed interface Button {
    /**
     * @param on what it is about; null for what the card is about
     */
    record Act(Press press, String label, boolean main, ChatEvent.@Nullable On on)
        implements Button {
      public Act(Press press, String label, boolean main) {
        this(press, label, main, null);
      }
    }

    /** Opens a page. */
    record Go(String label, URI to) implements Button {}
  }

  /** A line of the menu. */
  public record Choice(Press press, String label, ChatEvent.@Nullable On on) {
    public Choice(Press press, String label) {
      this(press, label, null);
    }
  }
}
