package no.grenselos.chat;

import java.util.List;

/**
 * Something longer to look at than a card: somebody's home, or the answer to a command. All text is
 * plain and must be rendered inert.
 *
 * @param blocks from top to bottom; a house may leave out the last ones when they are too many
 */
public record Page(List<Block> blocks) {
  public Page {
    blocks = List.copyOf(blocks);
  }

  /** A page of one line. */
  public static Page of(String line) {
    return new Page(List.of(new Block.Show(new Part.Line(List.of(new Span.Plain(line))))));
  }

  /** A piece of the page. */
  public sealed interface Block {
    record Heading(String text) implements Block {}

    record Show(Part part) implements Block {}

    /**
     * A line with what can be done about it. Each button and choice says what it is about.
     *
     * @param buttons at most five
     * @param more behind a menu, at most five
     */
    record Row(List<Span> text, List<Card.Button> buttons, List<Card.Choice> more)
        implements Block {
      public Row {
        text = List.copyOf(text);
        buttons = List.copyOf(buttons);
        more = List.copyOf(more);
        if (buttons.size() > 5 || more.size() > 5) {
          throw new IllegalArgumentException(
              "row has "
                  + buttons.size()
                  + " buttons and "
                  + more.size()
                  + " choices, must be at"
                  + " most 5 each");
        }
      }
    }

    /** A rule across the page. */
    record Divider() implements Block {}
  }
}
