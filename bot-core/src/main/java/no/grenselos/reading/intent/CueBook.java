package no.grenselos.reading.intent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.reading.Resource;
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

  static CueBook of(String resource) {
    return new CueBook(Resource.lines(CueBook.class, resource).stream().map(Cue::parse).toList());
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
