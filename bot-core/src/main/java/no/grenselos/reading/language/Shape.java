package no.grenselos.reading.language;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Letters in a word that speak for some languages, or against them.
 *
 * @param says points for each word that has them; below 0 against
 */
record Shape(Pattern letters, double says, List<String> languages) {
  Shape {
    languages = List.copyOf(languages);
  }

  static Shape of(String letters, double says, String... languages) {
    return new Shape(Pattern.compile(letters), says, List.of(languages));
  }

  void vote(String word, Map<String, Double> votes) {
    if (!letters.matcher(word).find()) return;
    for (String language : languages) votes.merge(language, says, Double::sum);
  }
}
