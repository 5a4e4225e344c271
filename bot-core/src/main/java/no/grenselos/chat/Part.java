package no.grenselos.chat;

import java.net.URI;
import java.util.List;

/** A part of a card, from top to bottom. */
public sealed interface Part {
  /** Our own words. */
  record Line(List<Span> spans) implements Part {
    public Line {
      spans = List.copyOf(spans);
    }
  }

  /**
   * The post from outside, set apart from our words.
   *
   * @param author name and handle, in one line
   * @param text as captured
   */
  record Post(String author, URI link, String text) implements Part {}

  /**
   * A picture of ours. A house that cannot show it shows the alternative instead, so that nothing
   * may be in the picture alone.
   *
   * @param alternative what it shows, with the numbers, in one line; not blank
   */
  record Picture(Png png, String alternative) implements Part {
    public Picture {
      if (alternative.isBlank())
        throw new IllegalArgumentException("picture " + png + " has a blank alternative");
    }
  }

  /** Small print: where from, why, how old. */
  record Small(List<Span> spans) implements Part {
    public Small {
      spans = List.copyOf(spans);
    }
  }
}
