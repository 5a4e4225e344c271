package no.grenselos.reading.language;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import no.grenselos.reading.Language;
import no.grenselos.reading.Words;

/**
 * How well {@link LanguageGuess} tells labelled texts, with bokmål, nynorsk and {@code no} as one.
 * A language that is none of ours is right when it stays unknown.
 *
 * @param accuracy 0 to 1 over all texts; 1 when there is none
 * @param texts how many
 * @param languages precision and recall of each language expected or guessed, by code; {@code und}
 *     for all that are none of ours
 * @param guesses for each text in order, {@code no} for both Norwegians
 */
public record LanguageScore(
    double accuracy, int texts, SortedMap<String, OfOne> languages, List<String> guesses) {
  public LanguageScore {
    languages = new TreeMap<>(languages);
    guesses = List.copyOf(guesses);
  }

  /**
   * @param lang what it is in: an ISO 639-1 code
   */
  public record Text(String text, String lang) {}

  /** Both 0 to 1, and 1 where nothing was guessed or expected. */
  public record OfOne(double precision, double recall, int texts) {}

  public static LanguageScore of(List<Text> texts) {
    LanguageGuess guess = new LanguageGuess();
    List<String> expected = new ArrayList<>();
    List<String> guesses = new ArrayList<>();
    for (Text one : texts) {
      String plain = Words.withoutLinksAndHandles(one.text());
      expected.add(folded(new Language(one.lang())));
      guesses.add(folded(guess.of(plain, Words.of(plain).size(), "")));
    }
    SortedMap<String, OfOne> languages = new TreeMap<>();
    TreeSet<String> codes = new TreeSet<>(expected);
    codes.addAll(guesses);
    for (String code : codes) languages.put(code, ofOne(code, expected, guesses));
    int right = 0;
    for (int i = 0; i < texts.size(); i++) if (expected.get(i).equals(guesses.get(i))) right++;
    return new LanguageScore(share(right, texts.size()), texts.size(), languages, guesses);
  }

  private static OfOne ofOne(String code, List<String> expected, List<String> guesses) {
    int right = 0;
    int guessed = 0;
    int wanted = 0;
    for (int i = 0; i < guesses.size(); i++) {
      boolean is = expected.get(i).equals(code);
      boolean said = guesses.get(i).equals(code);
      if (is) wanted++;
      if (said) guessed++;
      if (is && said) right++;
    }
    return new OfOne(share(right, guessed), share(right, wanted), wanted);
  }

  private static String folded(Language language) {
    if (language.norwegian()) return "no";
    boolean ours = List.of("da", "sv", "en", "de").contains(language.code());
    return ours ? language.code() : Language.UNKNOWN.code();
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }
}
