package no.grenselos.reading.language;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import no.grenselos.reading.Resource;

/**
 * Everyday words and letters that speak for or against a language, from a list of our own ({@code
 * telling-words.tsv}). Immutable; safe for many threads.
 */
final class TellingWords {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}']+");
  // letters and endings that a language has and its neighbours have not
  private static final List<Shape> SHAPES =
      List.of(
          Shape.of("ej|øj|æg|hed(en|er|erne)?$|tion(en|er|erne)?$", 0.7, "da"),
          Shape.of("^ud|^af|ede$|lse[rn]?$|igt$", 0.7, "da"),
          Shape.of("øy|ei|het(en|er|ene)?$|sjon(en|er|ene)?$|kj|gj|skj|tt$|kk", 0.5, "no"),
          Shape.of("tion(en|er|erne|s)?$|[cqwxz]", -0.6, "no"),
          Shape.of("[æø]", 1.2, "no", "da"),
          Shape.of("å", 1.2, "no", "da", "sv"),
          Shape.of("[äö]", 1.2, "sv", "de", "x"),
          Shape.of("[ßü]|sch|ung(en)?$", 1.5, "de"),
          Shape.of("[ðþýíúáó]", 2.5, "x"),
          Shape.of("[éèêàçñãõłąężśńâîûôœ]", 1.2, "x"),
          Shape.of("ij|aa|ee[nrtk]|oo[nrt]|uu[rt]|oe", 0.6, "x"));
  private static final double ONE_WORD = 2;

  private final Map<String, List<String>> languagesOf = new HashMap<>();

  TellingWords() {
    Map<String, TreeSet<String>> found = new LinkedHashMap<>();
    for (String line : Resource.lines(TellingWords.class, "telling-words.tsv")) {
      String[] parts = line.split("\t", 2);
      for (String word : parts[1].split(" ", -1)) {
        found.computeIfAbsent(word, any -> new TreeSet<>()).add(parts[0]);
      }
    }
    found.forEach((word, languages) -> languagesOf.put(word, List.copyOf(languages)));
  }

  /**
   * Points for each language, by code: {@code no} for both Norwegians, {@code nb} and {@code nn} to
   * tell them apart, {@code x} for languages that are none of ours. A point is about a factor e in
   * likelihood; absent is 0.
   */
  Map<String, Double> votes(String text) {
    Map<String, Double> votes = new HashMap<>();
    for (String word : NO_WORD.split(text.toLowerCase(Locale.ROOT), -1)) {
      List<String> languages = languagesOf.get(word);
      if (languages != null) {
        // a word of one language says more than one of three
        double says = ONE_WORD / Math.sqrt(languages.size());
        for (String language : languages) votes.merge(language, says, Double::sum);
      }
      for (Shape shape : SHAPES) shape.vote(word, votes);
    }
    return votes;
  }
}
