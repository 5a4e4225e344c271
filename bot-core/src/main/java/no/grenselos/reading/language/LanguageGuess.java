package no.grenselos.reading.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.grenselos.reading.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Guesses the language of a text among nb, nn, da, sv, en and de, by OpenNLP's model for 103
 * languages and our own list of everyday words; unknown when it is none of them or when too little
 * speaks for one. The model (10 MB, about half a second) is loaded at the first guess. Safe for
 * many threads.
 */
public final class LanguageGuess {
  // bokmål and nynorsk are one until the end: nothing may hang on which
  private static final Map<String, String> OURS =
      Map.of("nob", "no", "nno", "no", "dan", "da", "swe", "sv", "eng", "en", "deu", "de");
  private static final String NORWEGIAN = "no";
  private static final String ELSE = "x";
  // the more frequent first: it wins when two are even
  private static final List<String> BY_FREQUENCY = List.of("no", "en", "sv", "da", "de");

  /** The model spreads its trust thin: its logarithm counts so many times. */
  private static final double MODEL = 7;

  private static final int MODEL_LANGUAGES = 103;
  private static final double FREQUENT_ENGLISH = 0.4;
  private static final double RARE_OTHERS = -1;
  private static final double LEAST = 1;

  /**
   * So many points ahead of all others by its words, a language that the network claims needs no
   * model: over 4,599 labelled texts that gave 1,531 right claims and 20 of 20,554 wrong ones, and
   * for none of them did the model say otherwise, but for bokmål or nynorsk (17 of 320).
   */
  private static final double SETTLED = 3;

  private static final int ENOUGH_TEXT = 1_000;
  private static final int SHORT = 8;

  private static final TellingWords TELLING = new TellingWords();

  /** Loads the model now if it is not loaded yet; returns when it is. */
  public static void load() {
    new LanguageDetectorME(Model.LOADED);
  }

  /**
   * @param text without links and handles
   * @param words how many the text has; below three only the claim speaks
   * @param claim as the network gives it, no more than a hint; empty when it does not
   */
  public Language of(String text, int words, String claim) {
    String claimed = claimed(claim);
    if (words < 3) return claimed.isEmpty() ? Language.UNKNOWN : language(claimed, 0);
    String start = text.substring(0, Math.min(ENOUGH_TEXT, text.length()));
    Map<String, Double> points = TELLING.votes(start);
    double nynorsk = points.getOrDefault("nn", 0.0) - points.getOrDefault("nb", 0.0);
    points.merge(ELSE, RARE_OTHERS, Double::sum);
    points.merge("en", FREQUENT_ENGLISH, Double::sum);
    if (!settled(points, claimed)) nynorsk += addModel(points, start);
    if (!claimed.isEmpty()) points.merge(claimed, words < SHORT ? 3.0 : 1.0, Double::sum);
    String best = best(points);
    boolean unsure = points.getOrDefault(best, 0.0) < LEAST;
    return unsure || best.equals(ELSE) ? Language.UNKNOWN : language(best, nynorsk);
  }

  private static boolean settled(Map<String, Double> points, String claimed) {
    if (claimed.isEmpty()) return false;
    double others = points.getOrDefault(ELSE, 0.0);
    for (String language : BY_FREQUENCY) {
      if (!language.equals(claimed)) others = Math.max(others, points.getOrDefault(language, 0.0));
    }
    return points.getOrDefault(claimed, 0.0) >= Math.max(0, others) + SETTLED;
  }

  /** Adds what the model says; answers how much more it takes nynorsk for likely than bokmål. */
  private static double addModel(Map<String, Double> points, String text) {
    Map<String, Double> strongest = new HashMap<>();
    double nynorsk = 0;
    for (var guess : new LanguageDetectorME(Model.LOADED).predictLanguages(text)) {
      double says = MODEL * Math.log(MODEL_LANGUAGES * Math.max(guess.getConfidence(), 1e-9));
      strongest.merge(OURS.getOrDefault(guess.getLang(), ELSE), says, Math::max);
      if (guess.getLang().equals("nno")) nynorsk += says;
      if (guess.getLang().equals("nob")) nynorsk -= says;
    }
    strongest.forEach((language, says) -> points.merge(language, says, Double::sum));
    return nynorsk;
  }

  private static String best(Map<String, Double> points) {
    String best = ELSE;
    for (String language : BY_FREQUENCY) {
      if (points.getOrDefault(language, 0.0) > points.getOrDefault(best, 0.0)) best = language;
    }
    return best;
  }

  private static Language language(String code, double nynorsk) {
    if (!code.equals(NORWEGIAN)) return new Language(code);
    return new Language(nynorsk > 0.5 ? "nn" : "nb");
  }

  /** The claim as one of ours; empty when it is none of them. */
  private static String claimed(String claim) {
    String code = claim.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    if (code.equals("nb") || code.equals("nn")) return NORWEGIAN;
    return OURS.containsValue(code) ? code : "";
  }

  private static final class Model {
    static final LanguageDetectorModel LOADED = load();

    private static LanguageDetectorModel load() {
      try (InputStream model = LanguageGuess.class.getResourceAsStream("/langdetect-183.bin")) {
        if (model == null) throw new IllegalStateException("langdetect-183.bin is missing");
        return CompactReader.read(model);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
