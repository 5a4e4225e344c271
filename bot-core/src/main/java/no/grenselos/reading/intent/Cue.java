package no.grenselos.reading.intent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;

/**
 * Words that speak for an intent.
 *
 * @param atStart whether they must open a sentence
 * @param words plain forms, in order
 * @param open whether the last word may have any ending
 */
record Cue(boolean atStart, List<String> words, boolean open, Intent intent, double weight) {
  /** Reads {@code cue<tab>intent<tab>weight}; see the head of intent-cues.tsv. */
  static Cue parse(String line) {
    List<String> parts = Arrays.asList(line.split("\t", -1));
    String cue = parts.get(0);
    List<String> words = Words.of(cue.replace("*", "")).stream().map(Word::plain).toList();
    return new Cue(
        cue.startsWith("^"),
        words,
        cue.endsWith("*"),
        Intent.valueOf(parts.get(1).toUpperCase(Locale.ROOT)),
        Double.parseDouble(parts.get(2)));
  }

  /** Whether it stands at this place of the text. */
  boolean at(List<Word> text, int place) {
    if (place + words.size() > text.size()) return false;
    for (int i = 0; i < words.size(); i++) {
      String found = text.get(place + i).plain();
      boolean last = i == words.size() - 1;
      if (!matches(found, words.get(i), last && open)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(String found, String word, boolean anyEnding) {
    return anyEnding ? found.startsWith(word) : found.equals(word);
  }
}
