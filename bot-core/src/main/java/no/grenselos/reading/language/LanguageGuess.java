package no.grenselos.reading.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.grenselos.reading.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Guesses the language of a text among nb, nn, da, sv, en and de, with OpenNLP's model for 103
 * languages; unknown when short or unsure. The model (10 MB, about half a second) is loaded at the
 * first guess. Safe for many threads.
 */
public final class LanguageGuess {
  private static final Map<String, String> SIX =
      Map.of("nob", "nb", "nno", "nn", "dan", "da", "swe", "sv", "eng", "en", "deu", "de");
  // nine of ten Norwegian posts are bokmål, and Danish ones are rare: the scarcer must be clearer
  private static final Map<String, Double> FREQUENT = Map.of("nb", 1.25, "nn", 1.0, "da", 0.9);
  // 103 languages share 1.0: a text without a language gets about 0.01 for each
  private static final double FAINT = 0.024;
  private static final double CLEAR_LEAD = 1.25;
  private static final int ENOUGH_TEXT = 1_000;
  private static final int SHORT = 8;

  /**
   * @param text without links and handles
   * @param words how many the text has
   * @param claim as the network gives it; empty when it does not
   */
  public Language of(String text, int words, String claim) {
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
    String best =
        shares.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse("");
    double share = shares.getOrDefault(best, 0.0);
    double rival =
        shares.entrySet().stream()
            .filter(other -> !kin(other.getKey(), best))
            .mapToDouble(Map.Entry::getValue)
            .max()
            .orElse(0);
    boolean unsure = share < FAINT || share < CLEAR_LEAD * rival || share * 1.3 < strongest;
    return unsure ? Language.UNKNOWN : new Language(best);
  }

  // bokmål, nynorsk and Danish share most of their words: a near second among them is no doubt
  private static boolean kin(String a, String b) {
    Set<String> family = Set.of("nb", "nn", "da");
    return a.equals(b) || (family.contains(a) && family.contains(b));
  }

  private static double prior(String code, String claimed, int words) {
    boolean said = code.equals(claimed) || (claimed.equals("nb") && code.equals("nn"));
    double claim = !said ? 1 : words < SHORT ? 3 : 1.3;
    return claim * FREQUENT.getOrDefault(code, 1.0);
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
