package no.grenselos.app.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.grenselos.reading.language.LanguageScore;

/** How well languages are told; bokmål and nynorsk count as one, {@code no}. */
final class LanguagesEvaluation {
  private static final Map<String, String> SHORT =
      Map.of(
          "nob", "nb", "nno", "nn", "nor", "no", "dan", "da", "swe", "sv", "eng", "en", "deu", "de",
          "ger", "de");

  private LanguagesEvaluation() {}

  static Result run(Pack pack) {
    List<LanguageScore.Text> texts =
        pack.test(row -> new LanguageScore.Text(row.text("text"), code(row.text("lang"))));
    pack.refuseIfBroken();
    LanguageScore score = LanguageScore.of(texts);
    Figures figures = new Figures().count("n", score.texts()).share("accuracy", score.accuracy());
    score
        .languages()
        .forEach((code, one) ->
            figures
                .count("n_" + code, one.texts())
                .share("precision_" + code, one.precision())
                .share("recall_" + code, one.recall()));
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("text", texts.get(i).text());
      values.put("expected", texts.get(i).lang());
      values.put("lang", score.guesses().get(i));
      predictions.add(new Prediction(values));
    }
    return new Result(figures, predictions);
  }

  private static String code(String lang) {
    String lower = lang.strip().toLowerCase(Locale.ROOT);
    return SHORT.getOrDefault(lower, lower);
  }
}
