package no.grenselos.work;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import no.grenselos.chart.ChartPainter;
import no.grenselos.memory.Assistant;
import no.grenselos.reading.gloss.Gloss;
import no.grenselos.reading.gloss.Lexicon;
import no.grenselos.reading.meaning.Meanings;
import no.grenselos.revise.RuleTexts;
import no.grenselos.route.RuleBook;

/**
 * What helps people to find words, to change the rules and to see numbers.
 *
 * @param assistant drafts from kept answers; empty where there is none
 * @param texts empty where the rules cannot be changed in chat
 * @param beside makes the rules of a draft, to be tried and never put in force; whoever asks closes
 *     their router. Empty where nothing can be tried
 * @param insights the page where all numbers are, which takes {@code from} and {@code to} as dates;
 *     empty where people have none
 */
public record Aids(
    Meanings meanings,
    Optional<Assistant> assistant,
    Optional<RuleTexts> texts,
    Optional<Function<RuleBook, Rules>> beside,
    ChartPainter charts,
    Optional<URI> insights) {
  /** Without pictures; no rules are tried. */
  public Aids(Meanings meanings, Optional<Assistant> assistant, Optional<RuleTexts> texts) {
    this(meanings, assistant, texts, Optional.empty(), ChartPainter.NONE, Optional.empty());
  }

  /** By words alone, without an assistant; the rules stay as they are. */
  public static Aids plain() {
    Meanings meanings = new Meanings(new Gloss(Lexicon.ours()), Optional.empty());
    return new Aids(meanings, Optional.empty(), Optional.empty());
  }
}
