package no.grenselos.reading.topic;

import java.util.HashSet;
import java.util.Set;
import no.grenselos.reading.Resource;
import no.grenselos.reading.StopWords;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;

/** Words of everyday talk, Norwegian and English: they say nothing of what a text is about. */
public final class CommonWords {
  private static final Set<String> COMMON = common();

  private CommonWords() {}

  /** Whether it is one of them, or a single letter. */
  public static boolean has(Word word) {
    return StopWords.has(word) || COMMON.contains(word.plain());
  }

  private static Set<String> common() {
    Set<String> common = new HashSet<>();
    for (String line : Resource.lines(CommonWords.class, "common-words.txt")) {
      Words.of(line).forEach(word -> common.add(word.plain()));
    }
    return Set.copyOf(common);
  }
}
