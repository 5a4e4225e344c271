package no.grenselos.reading.topic;

import java.util.List;
import java.util.stream.IntStream;
import no.grenselos.reading.meaning.Meanings;
import no.grenselos.reading.meaning.Meant;

/** A text in the forms in which it is compared. */
record Seen(String text, Meant meant, WordFeatures words) {
  static Seen of(String text, Meanings meanings) {
    return of(List.of(text), meanings).getFirst();
  }

  /** All at once, which is faster for an encoder. */
  static List<Seen> of(List<String> texts, Meanings meanings) {
    List<Meant> meant = meanings.of(texts);
    return IntStream.range(0, texts.size()).mapToObj(i -> of(texts.get(i), meant.get(i))).toList();
  }

  static Seen of(String text, Meant meant) {
    return new Seen(text, meant, WordFeatures.of(text, meant.english()));
  }
}
