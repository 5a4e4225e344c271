package no.grenselos.reading.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Resource;
import no.grenselos.reading.Words;
import org.jspecify.annotations.Nullable;

/**
 * What each sign says for and against each intent, in log odds. One row a sign, one column an
 * intent but {@link Intent#OTHER}, which is what is left. Immutable; safe for many threads.
 */
final class IntentWeights {
  /** In the order of the columns. */
  static final List<Intent> INTENTS =
      Arrays.stream(Intent.values()).filter(intent -> intent != Intent.OTHER).toList();

  private static final String ALWAYS = "always";
  private static final double PENALTY = 1.0;
  private static final double NOTHING = 0.02;

  private final Map<String, double[]> bySign;

  private IntentWeights(Map<String, double[]> bySign) {
    this.bySign = bySign;
  }

  static IntentWeights shipped() {
    Map<String, double[]> weights = new LinkedHashMap<>();
    for (String line : Resource.lines(IntentWeights.class, "weights.tsv")) {
      String[] parts = line.split("\t", -1);
      double[] numbers = new double[INTENTS.size()];
      for (int i = 0; i < numbers.length; i++) numbers[i] = Double.parseDouble(parts[i + 1]);
      weights.put(parts[0], numbers);
    }
    return new IntentWeights(weights);
  }

  /** Weights that tell these examples apart; half a second for a thousand. */
  static IntentWeights trainedOn(List<Example> examples, Signs signs) {
    List<Map<String, Double>> texts = examples.stream().map(one -> totals(one, signs)).toList();
    Features features = new Features(texts);
    List<Row> rows = texts.stream().map(text -> features.row(text)).toList();
    List<double[]> columns = new ArrayList<>();
    for (Intent intent : INTENTS) {
      boolean[] labels = new boolean[examples.size()];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = examples.get(i).intents().contains(intent);
      }
      columns.add(Regression.fit(rows, labels, features.size(), PENALTY));
    }
    return new IntentWeights(table(features, columns));
  }

  private static Map<String, Double> totals(Example example, Signs signs) {
    String text = example.text();
    return Signs.totals(signs.of(text, Words.of(Words.withoutLinksAndHandles(text)), false));
  }

  private static Map<String, double[]> table(Features features, List<double[]> columns) {
    Map<String, double[]> table = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(features.names());
    names.add(ALWAYS);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      int row = i;
      double scale = name.equals(ALWAYS) ? 1 : Features.scale(name);
      double[] numbers = columns.stream().mapToDouble(c -> rounded(c[row] * scale)).toArray();
      if (Arrays.stream(numbers).anyMatch(one -> Math.abs(one) >= NOTHING))
        table.put(name, numbers);
    }
    return table;
  }

  private static double rounded(double weight) {
    return StrictMath.rint(weight * 1000) / 1000;
  }

  /** One weight, in log odds for each unit of the sign; 0 for a sign that says nothing. */
  double of(String sign, Intent intent) {
    double[] numbers = bySign.get(sign);
    return numbers == null ? 0 : numbers[INTENTS.indexOf(intent)];
  }

  /** Log odds of each intent, in the order of {@link #INTENTS}. */
  double[] scores(Map<String, Double> totals) {
    double[] scores = new double[INTENTS.size()];
    add(scores, bySign.get(ALWAYS), 1);
    totals.forEach((sign, total) -> add(scores, bySign.get(sign), total));
    return scores;
  }

  private static void add(double[] scores, double @Nullable [] weights, double times) {
    if (weights == null) return;
    for (int i = 0; i < scores.length; i++) scores[i] += times * weights[i];
  }

  /** As weights.tsv holds them. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    bySign.forEach((sign, numbers) ->
        lines.add(
            sign
                + Arrays.stream(numbers)
                    .mapToObj(number -> String.format(Locale.ROOT, "\t%.3f", number))
                    .collect(Collectors.joining())));
    return lines;
  }
}
