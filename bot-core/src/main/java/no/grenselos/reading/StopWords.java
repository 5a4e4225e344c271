package no.grenselos.reading;

import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;

/** Words that every Norwegian or English text has: Lucene's lists, and single letters. */
public final class StopWords {
  private StopWords() {}

  /** Whether it is one of them. */
  public static boolean has(Word word) {
    return word.plain().length() < 2
        || EnglishAnalyzer.getDefaultStopSet().contains(word.plain())
        || NorwegianAnalyzer.getDefaultStopSet().contains(word.plain());
  }
}
