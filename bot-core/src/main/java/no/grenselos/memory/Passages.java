package no.grenselos.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.grenselos.reading.Language;

/**
 * A long text in parts of a few sentences: a talk of an hour may answer a post in one breath, and
 * as a whole it is like nothing.
 */
final class Passages {
  /** A short answer is one passage, in UTF-16 units; a judgement. */
  private static final int SHORT = 600;

  /** Two or three sentences, as an answer has. */
  private static final int PASSAGE = 120;

  /** As many as are compared with a post. */
  private static final int MOST = 40;

  private Passages() {}

  /**
   * The whole text when it is short; else what begins with each of its sentences and goes on to the
   * end of one, so that they overlap.
   */
  static List<String> of(String text, Language language) {
    if (text.length() <= SHORT) return List.of(text);
    List<Integer> ends = Sentences.ends(text, Locale.of(language.code()));
    List<String> passages = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < ends.size() && passages.size() < MOST; i++) {
      int start = from;
      int end =
          ends.subList(i, ends.size()).stream()
              .filter(one -> one - start >= PASSAGE)
              .findFirst()
              .orElse(text.length());
      passages.add(text.substring(from, end).strip());
      if (end == text.length()) break;
      from = ends.get(i);
    }
    return List.copyOf(passages);
  }
}
