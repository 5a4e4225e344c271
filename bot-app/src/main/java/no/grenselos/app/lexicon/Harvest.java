package no.grenselos.app.lexicon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import no.grenselos.app.config.OwnWords;
import no.grenselos.reading.gloss.Entry;
import no.grenselos.reading.gloss.WordClass;

/** What a dictionary gave so far, and what of it was of no use. Not thread safe. */
public final class Harvest {
  private static final int SHOWN_LINES = 3;
  private static final Pattern HEADWORD =
      Pattern.compile("[\\p{L}\\d][\\p{L}\\d.'’-]*( [\\p{L}\\d.'’-]+){0,4}");

  private final Map<String, Entry> entries = new TreeMap<>();
  private final Map<String, List<Integer>> skipped = new TreeMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  /**
   * Takes one word with its translations, or notes why not.
   *
   * @param line where it stands, 1-based
   * @param kind as the dictionary calls its class; empty when it says nothing
   * @param translations in the dictionary's order; the first short one is taken
   */
  void take(int line, String written, String kind, Collection<String> translations) {
    String headword = written.strip().replaceFirst("^å ", "").replaceAll("\\s+", " ");
    Optional<WordClass> known = Kinds.of(kind);
    if (known.isEmpty()) {
      skip(line, "a name or a part of a word");
    } else if (!HEADWORD.matcher(headword).matches() || headword.length() > 60) {
      skip(line, "no word");
    } else if (Character.isUpperCase(headword.codePointAt(0))) {
      skip(line, "a name");
    } else {
      Optional<String> english = Translation.shortest(translations);
      if (english.isEmpty()) skip(line, "no translation of one to three words");
      else keep(line, headword.toLowerCase(Locale.ROOT), known.get(), english.get());
    }
  }

  private void keep(int line, String headword, WordClass kind, String english) {
    String key = headword + "\t" + kind.letter();
    if (entries.containsKey(key)) {
      skip(line, "stands already further up");
    } else if (entries.size() == OwnWords.MOST) {
      skip(line, "more than " + OwnWords.MOST + " words");
    } else {
      entries.put(key, new Entry(headword, kind, english, List.of()));
    }
  }

  void skip(int line, String why) {
    counts.merge(why, 1, Integer::sum);
    List<Integer> lines = skipped.computeIfAbsent(why, reason -> new ArrayList<>());
    if (lines.size() < SHOWN_LINES) lines.add(line);
  }

  /** In the order of their headwords. */
  public Collection<Entry> entries() {
    return Collections.unmodifiableCollection(entries.values());
  }

  /** A line for each reason, as {@code 12 skipped: no word (lines 3, 8, 9, ...)}. */
  public List<String> skipped() {
    List<String> said = new ArrayList<>();
    skipped.forEach((why, lines) -> {
      String places = String.join(", ", lines.stream().map(String::valueOf).toList());
      int count = counts.getOrDefault(why, 0);
      String more = count > lines.size() ? ", ..." : "";
      said.add(
          count
              + " skipped: "
              + why
              + " ("
              + (count == 1 ? "line " : "lines ")
              + places
              + more
              + ")");
    });
    return said;
  }
}
