package no.grenselos.reading.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;
import no.grenselos.reading.meaning.Meanings;

/**
 * The words of a text as a linear model sees them: single words and pairs, and pieces of two to
 * five letters with the ends of words marked, which catch compounds, inflections and typing errors.
 * A Norwegian text has the words of its gloss too, so that it meets English examples.
 */
final class WordFeatures {
  private static final int SHORTEST_PIECE = 2;
  private static final int LONGEST_PIECE = 5;
  private static final int MOST_WORDS = 400;
  private static final int LONGEST_WORD = 40;

  private final List<String> written;
  private final Map<String, Integer> words;

  private WordFeatures(List<String> written, Map<String, Integer> words) {
    this.written = written;
    this.words = words;
  }

  /**
   * @param english what {@link Meanings} made of the text
   */
  static WordFeatures of(String text, String english) {
    String plain = Words.withoutLinksAndHandles(text).strip();
    List<String> words = words(plain);
    Map<String, Integer> counts = new HashMap<>();
    count(words, counts);
    if (!english.equals(plain)) count(words(english), counts);
    return new WordFeatures(words, counts);
  }

  /** Counts of words and pairs. */
  Map<String, Integer> words() {
    return words;
  }

  /** Counts of letter pieces; made anew each time, for those of thousands of texts fill memory. */
  Map<String, Integer> pieces() {
    Map<String, Integer> pieces = new HashMap<>();
    for (String word : written) pieces(word, pieces);
    return pieces;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (Word word : Words.of(text)) {
      if (words.size() == MOST_WORDS) break;
      if (word.plain().length() <= LONGEST_WORD) words.add(word.plain());
    }
    return words;
  }

  private static void count(List<String> words, Map<String, Integer> counts) {
    String before = null;
    for (String word : words) {
      counts.merge(word, 1, Integer::sum);
      if (before != null) counts.merge(before + " " + word, 1, Integer::sum);
      before = word;
    }
  }

  private static void pieces(String word, Map<String, Integer> counts) {
    String marked = " " + word + " ";
    for (int length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
      for (int at = 0; at + length <= marked.length(); at++) {
        counts.merge(marked.substring(at, at + length), 1, Integer::sum);
      }
    }
  }
}
