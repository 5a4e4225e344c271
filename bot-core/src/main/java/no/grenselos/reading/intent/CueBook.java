package no.grenselos.reading.intent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.grenselos.reading.Resource;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;
import org.jspecify.annotations.Nullable;

/** Many cues, found quickly. Immutable; safe for many threads. */
final class CueBook {
  private final Map<String, List<Cue>> byFirstWord = new HashMap<>();
  private final Map<String, List<Cue>> open = new HashMap<>();
  private static final int STEM = 3;

  CueBook(List<Cue> cues) {
    for (Cue cue : cues) {
      String first = cue.words().getFirst();
      boolean anyEnding = cue.open() && cue.words().size() == 1;
      Map<String, List<Cue>> shelf = anyEnding ? open : byFirstWord;
      shelf.computeIfAbsent(anyEnding ? stem(first) : first, key -> new ArrayList<>()).add(cue);
    }
  }

  /** Reads all cues of a file as one text: a reader for each of a thousand takes a second. */
  static CueBook of(String resource) {
    List<String> lines = Resource.lines(CueBook.class, resource);
    String text =
        lines.stream()
            .map(line -> line.substring(0, line.indexOf('\t')).replace("*", ""))
            .collect(Collectors.joining("\n"));
    List<Cue> cues = new ArrayList<>();
    List<Word> words = Words.of(text);
    int from = 0;
    int end = -1;
    for (String line : lines) {
      end = text.indexOf('\n', end + 1);
      int to = from;
      while (to < words.size() && (end < 0 || words.get(to).start() < end)) to++;
      cues.add(Cue.parse(line, words.subList(from, to)));
      from = to;
    }
    return new CueBook(cues);
  }

  /**
   * A cue in a text.
   *
   * @param place index of its first word
   * @param negated whether a word before it in its clause turns it round
   */
  record Hit(Cue cue, int place, boolean negated) {}

  /** The longest cue at each place, none inside another. */
  List<Hit> in(Clauses text) {
    List<Hit> hits = new ArrayList<>();
    int place = 0;
    while (place < text.size()) {
      Cue best = best(text, place);
      if (best != null) hits.add(new Hit(best, place, text.negated(place)));
      place += best == null ? 1 : best.words().size();
    }
    return hits;
  }

  private @Nullable Cue best(Clauses text, int place) {
    Cue best = null;
    for (Cue cue : byFirstWord.getOrDefault(text.plain(place), List.of())) {
      if (!cue.at(text.words(), place) || (cue.atStart() && !text.opensClause(place))) continue;
      if (best == null || cue.words().size() > best.words().size()) best = cue;
    }
    if (best != null) return best;
    for (Cue cue : open.getOrDefault(stem(text.plain(place)), List.of())) {
      if (cue.at(text.words(), place)) return cue;
    }
    return null;
  }

  private static String stem(String word) {
    return word.length() <= STEM ? word : word.substring(0, STEM);
  }
}
