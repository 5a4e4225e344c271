package no.grenselos.reading.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.grenselos.reading.TextEncoder;
import no.grenselos.reading.Words;
import org.jspecify.annotations.Nullable;

/** Texts as rows: their signs, what the shipped model says, and a vector of the meaning. */
final class ComplaintRows {
  private static final double SHIPPED = 0.7;
  // a vector of length 1 has small parts; its features shall weigh like a handful of words
  private static final double DENSE = 6;
  private static final int BATCH = 64;

  private final IntentModel shipped;
  private final @Nullable TextEncoder encoder;
  private final Features features;
  private final List<Row> rows = new ArrayList<>();
  private int dense;

  private ComplaintRows(
      IntentModel shipped, @Nullable TextEncoder encoder, List<Map<String, Double>> totals) {
    this.shipped = shipped;
    this.encoder = encoder;
    this.features = new Features(totals);
  }

  static ComplaintRows of(
      IntentModel shipped, @Nullable TextEncoder encoder, List<LabelledText> texts) {
    List<Map<String, Double>> totals =
        texts.stream().map(one -> ComplaintModel.totals(shipped.signs(), one.text())).toList();
    ComplaintRows rows = new ComplaintRows(shipped, encoder, totals);
    List<double[]> vectors = rows.vectors(texts.stream().map(LabelledText::text).toList());
    rows.dense = vectors.getFirst().length;
    for (int i = 0; i < texts.size(); i++) {
      rows.rows.add(
          rows.features.row(totals.get(i), rows.more(texts.get(i).text(), vectors.get(i))));
    }
    return rows;
  }

  List<Row> rows() {
    return rows;
  }

  int size() {
    return features.size() + 1 + dense;
  }

  Row row(String text) {
    double[] vector = vectors(List.of(text)).getFirst();
    return features.row(ComplaintModel.totals(shipped.signs(), text), more(text, vector));
  }

  private double[] more(String text, double[] vector) {
    double[] more = Arrays.copyOf(vector, vector.length + 1);
    more[vector.length] =
        SHIPPED * shipped.of(text, Words.of(Words.withoutLinksAndHandles(text)), false).complaint();
    return more;
  }

  private List<double[]> vectors(List<String> texts) {
    if (encoder == null) return texts.stream().map(text -> new double[0]).toList();
    List<double[]> vectors = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += BATCH) {
      List<String> batch = texts.subList(from, Math.min(texts.size(), from + BATCH));
      for (float[] vector : encoder.encode(batch)) {
        double[] scaled = new double[vector.length];
        for (int i = 0; i < scaled.length; i++) scaled[i] = DENSE * vector[i];
        vectors.add(scaled);
      }
    }
    return vectors;
  }
}
