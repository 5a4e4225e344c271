package no.grenselos.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import no.grenselos.reading.StopWords;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;

/**
 * One word somebody looks for, in the forms under which a kept text may have it. Links, handles and
 * words that every text has are none.
 *
 * @param forms lower case and both stems, sorted
 * @param beginning what a word of the text may begin with, for words still being typed; at least
 *     {@value #SHORTEST_BEGINNING} UTF-16 units, empty when the word is shorter
 */
public record LookupWord(List<String> forms, String beginning) {
  private static final int SHORTEST_BEGINNING = 3;

  public LookupWord {
    forms = List.copyOf(forms);
  }

  /** The first different words of a text, in its order. */
  public static List<LookupWord> of(String text, int most) {
    Map<String, LookupWord> found = new LinkedHashMap<>();
    for (Word word : Words.of(Words.withoutLinksAndHandles(text))) {
      if (found.size() == most) break;
      if (!StopWords.has(word))
        found.putIfAbsent(word.plain(), new LookupWord(forms(word), start(word)));
    }
    return List.copyOf(found.values());
  }

  static NavigableSet<String> formsOf(String text) {
    NavigableSet<String> forms = new TreeSet<>();
    of(text, Integer.MAX_VALUE).forEach(word -> forms.addAll(word.forms()));
    return forms;
  }

  /** Whether a text with these forms has the word. */
  public boolean in(NavigableSet<String> textForms) {
    if (forms.stream().anyMatch(textForms::contains)) return true;
    if (beginning.isEmpty()) return false;
    String next = textForms.ceiling(beginning);
    return next != null && next.startsWith(beginning);
  }

  private static List<String> forms(Word word) {
    return List.copyOf(new TreeSet<>(List.of(word.plain(), word.norwegian(), word.english())));
  }

  private static String start(Word word) {
    return word.plain().length() < SHORTEST_BEGINNING ? "" : word.plain();
  }
}
