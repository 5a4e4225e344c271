package no.grenselos.reading.intent;

import java.util.Arrays;
import java.util.List;
import no.grenselos.reading.Word;

/**
 * Words that speak for something.
 *
 * @param atStart whether they must open a sentence
 * @param words plain forms, in order
 * @param open whether the last word may have any ending
 * @param meaning what they speak for, as {@code complaint} or {@code danger}
 * @param weight points, 0 or more; 0 means only that shorter cues inside do not count
 */
record Cue(boolean atStart, List<String> words, boolean open, String meaning, double weight) {
  Cue {
    if (words.isEmpty()) throw new IllegalArgumentException("a cue for " + meaning + " is empty");
    words = List.copyOf(words);
  }

  /**
   * Reads {@code cue<tab>meaning<tab>weight}; see the heads of cues.tsv and severity.tsv.
   *
   * @param words of the cue
   */
  static Cue parse(String line, List<Word> words) {
    List<String> parts = Arrays.asList(line.split("\t", -1));
    String cue = parts.get(0);
    return new Cue(
        cue.startsWith("^"),
        words.stream().map(Word::plain).toList(),
        cue.endsWith("*"),
        parts.get(1),
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
