package no.grenselos.work;

import java.util.Optional;
import no.grenselos.memory.Assistant;
import no.grenselos.reading.gloss.Gloss;
import no.grenselos.reading.gloss.Lexicon;
import no.grenselos.reading.meaning.Meanings;

/**
 * What helps people to find words.
 *
 * @param assistant drafts from kept answers; empty where there is none
 */
public record Aids(Meanings meanings, Optional<Assistant> assistant) {
  /** By words alone, without an assistant. */
  public static Aids plain() {
    return new Aids(new Meanings(new Gloss(Lexicon.ours()), Optional.empty()), Optional.empty());
  }
}
