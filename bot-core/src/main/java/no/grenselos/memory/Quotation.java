package no.grenselos.memory;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;

/** Finds a post's words within ours. */
public final class Quotation {
  /** As many words in a row are no chance; fewer name a thing. A judgement. */
  private static final int RUN = 6;

  private Quotation() {}

  /** Whether the text repeats {@value #RUN} words of the post in a row. */
  public static boolean in(String text, String post) {
    Set<List<String>> runs = new HashSet<>(runs(post));
    return runs(text).stream().anyMatch(runs::contains);
  }

  private static List<List<String>> runs(String text) {
    List<String> words = Words.standing(text).stream().map(Word::plain).toList();
    return IntStream.rangeClosed(0, words.size() - RUN)
        .mapToObj(from -> words.subList(from, from + RUN))
        .toList();
  }
}
