package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.grenselos.chat.Card;
import no.grenselos.chat.Part;
import no.grenselos.chat.Span;

/**
 * Pictures of cards, which Teams takes within the card, as {@code data:} addresses, and does not
 * count to the size of the message (learn.microsoft.com, format your bot messages). What does not
 * fit is shown in words.
 */
final class TeamsPictures {
  /** In bytes: of .NET, an address takes 65,519 characters (AdaptiveCards issue 2881). */
  static final int LARGEST = 48_000;

  /** All of a card together, in bytes. */
  static final int ALL = 150_000;

  private static final int ALTERNATIVE = 1000;

  private TeamsPictures() {}

  /** The pictures that fit, from the top. */
  static Set<Part.Picture> fitting(Card card) {
    Set<Part.Picture> fitting = new HashSet<>();
    int room = ALL;
    for (Part part : card.parts()) {
      if (!(part instanceof Part.Picture picture)) continue;
      int size = picture.png().size();
      if (size > LARGEST || size > room) continue;
      fitting.add(picture);
      room -= size;
    }
    return fitting;
  }

  static ObjectNode draw(Part.Picture picture) {
    return TeamsElements.typed("Image")
        .put(
            "url",
            "data:image/png;base64," + Base64.getEncoder().encodeToString(picture.png().bytes()))
        .put("altText", TeamsText.plain(picture.alternative(), ALTERNATIVE))
        .put("size", "auto");
  }

  /** Whether some of the card is no words. */
  static boolean isIn(Card card) {
    return !fitting(card).isEmpty();
  }

  /** The card with all its pictures in words. */
  static Card inWords(Card card) {
    List<Part> parts = new ArrayList<>();
    for (Part part : card.parts()) {
      parts.add(part instanceof Part.Picture picture ? words(picture) : part);
    }
    return new Card(card.headline(), parts, card.buttons(), card.more(), card.summary());
  }

  static Part.Small words(Part.Picture picture) {
    return new Part.Small(List.of(new Span.Plain(picture.alternative())));
  }
}
