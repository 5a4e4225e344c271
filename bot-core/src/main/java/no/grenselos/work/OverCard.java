package no.grenselos.work;

import java.util.Optional;
import no.grenselos.chat.Placement;

/** The card of something that was kept as long as the house keeps it, and is gone. */
public final class OverCard {
  private OverCard() {}

  /** In the place of what stands there; empty where nothing does, as nobody need hear of it. */
  public static Optional<Showing> of(Placement card) {
    if (card.message() == null) return Optional.empty();
    String words = Phrases.of("work", card.locale()).say("kept.over");
    return Optional.of(Showing.of(new CardDraft().line(words).card(words, words)));
  }
}
