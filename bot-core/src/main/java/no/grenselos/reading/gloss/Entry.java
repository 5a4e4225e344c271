package no.grenselos.reading.gloss;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One line of a lexicon.
 *
 * @param headword dictionary form, lower case, at most 100 characters; several words, one blank
 *     between each, make an expression
 * @param english what it is in English, one to three words, at most 100 characters
 * @param forms irregular forms, which the rules of the class do not find
 */
public record Entry(String headword, WordClass kind, String english, List<String> forms) {
  private static final int LONGEST = 100;

  public Entry {
    if (headword.isBlank()) throw new IllegalArgumentException("has no headword");
    if (english.isBlank()) throw new IllegalArgumentException(headword + " has no translation");
    if (headword.length() > LONGEST || english.length() > LONGEST) {
      throw new IllegalArgumentException("is longer than " + LONGEST + " characters");
    }
    forms = List.copyOf(forms);
  }

  /**
   * Reads {@code headword<tab>class<tab>english[<tab>forms parted by blanks]}; the class may be
   * left out.
   *
   * @throws IllegalArgumentException says what is wrong with the line
   */
  public static Entry parse(String line) {
    List<String> columns = Arrays.asList(line.split("\t", -1));
    if (columns.size() < 2 || columns.size() > 4) {
      throw new IllegalArgumentException(
          "has " + columns.size() + " columns, must be: word, class (x n v a), English[, forms]");
    }
    String headword = columns.getFirst().strip().toLowerCase(Locale.ROOT).replaceAll(" +", " ");
    if (columns.size() == 2) {
      return new Entry(headword, WordClass.UNINFLECTED, columns.get(1).strip(), List.of());
    }
    List<String> forms = columns.size() == 4 ? words(columns.get(3)) : List.of();
    return new Entry(headword, WordClass.of(columns.get(1).strip()), columns.get(2).strip(), forms);
  }

  private static List<String> words(String column) {
    return Arrays.stream(column.strip().split(" +")).filter(word -> !word.isEmpty()).toList();
  }
}
