package no.grenselos.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Guesses the language of a text among nb, nn, da, sv, en and de, with OpenNLP's model for 103
 * languages; unknown when short or unsure. The model (10 MB, about half a second) is loaded at the
 * first guess. Safe for many threads.
 */
final class LanguageGuess {
  private static final Map<String, String> SIX =
      Map.of("nob", "nb", "nno", "nn", "dan", "da", "swe", "sv", "eng", "en", "deu", "de");
  private static final int ENOUGH_TEXT = 1_000;
  private static final int SHORT = 8;

  /**
   * @param text without links and handles
   * @param words how many the text has
   * @param claim as the network gives it; empty when it does not
   */
  Language of(String text, int words, String claim) {
    String claimed = claimed(claim);
    if (words < 3) return claimed.isEmpty() ? Language.UNKNOWN : new Language(claimed);
    Map<String, Double> shares = new HashMap<>();
    double strongest = 0;
    String start = text.substring(0, Math.min(ENOUGH_TEXT, text.length()));
    for (var guess : new LanguageDetectorME(Model.LOADED).predictLanguages(start)) {
      strongest = Math.max(strongest, guess.getConfidence());
      String code = SIX.get(guess.getLang());
      if (code != null) shares.put(code, guess.getConfidence() * prior(code, claimed, words));
    }
    return best(shares, strongest);
  }

  private static Language best(Map<String, Double> shares, double strongest) {
    double norwegian = shares.getOrDefault("nb", 0.0) + shares.getOrDefault("nn", 0.0);
    double sum = shares.values().stream().mapToDouble(share -> share).sum();
    String best =
        shares.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse("");
    boolean family = best.equals("nb") || best.equals("nn") || best.equals("da");
    // bokmål, nynorsk and Danish share their words, so they are weighed together at first
    double share =
        family ? norwegian + shares.getOrDefault("da", 0.0) : shares.getOrDefault(best, 0.0);
    if (sum == 0 || share / sum < 0.5) return Language.UNKNOWN;
    if (strongest > 2.5 * shares.getOrDefault(best, 0.0)) return Language.UNKNOWN;
    if (best.equals("da") && norwegian > shares.getOrDefault("da", 0.0)) {
      return new Language(
          shares.getOrDefault("nb", 0.0) >= shares.getOrDefault("nn", 0.0) ? "nb" : "nn");
    }
    return new Language(best);
  }

  private static double prior(String code, String claimed, int words) {
    boolean said = code.equals(claimed) || (claimed.equals("nb") && code.equals("nn"));
    if (!said) return 1;
    return words < SHORT ? 3 : 1.3;
  }

  /** The claim as one of the six; empty when it is none of them. */
  private static String claimed(String claim) {
    String code = claim.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    if (code.equals("no")) return "nb";
    return SIX.containsValue(code) ? code : "";
  }

  private static final class Model {
    static final LanguageDetectorModel LOADED = load();

    private static LanguageDetectorModel load() {
      try (InputStream model = LanguageGuess.class.getResourceAsStream("/langdetect-183.bin")) {
        if (model == null) throw new IllegalStateException("langdetect-183.bin is missing");
        return new LanguageDetectorModel(model);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
