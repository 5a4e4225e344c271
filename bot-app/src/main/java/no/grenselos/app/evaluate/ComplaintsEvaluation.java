package no.grenselos.app.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import no.grenselos.reading.Intent;
import no.grenselos.reading.TextEncoder;
import no.grenselos.reading.Words;
import no.grenselos.reading.intent.ComplaintModel;
import no.grenselos.reading.intent.IntentModel;
import no.grenselos.reading.intent.LabelledText;

/**
 * How well complaints are told: by the shipped model, or, where the pack has a train part, by one
 * that learns from it on top of the shipped one.
 */
final class ComplaintsEvaluation {
  // as the product has it: an intent is there from one half on
  private static final double SHIPPED_LINE = 0.5;

  private ComplaintsEvaluation() {}

  static Result run(Pack pack, Optional<? extends TextEncoder> encoder) {
    List<LabelledText> train = pack.rows("train.jsonl", ComplaintsEvaluation::labelled);
    List<LabelledText> test = pack.test(ComplaintsEvaluation::labelled);
    if (train.isEmpty()) {
      IntentModel shipped = IntentModel.shipped();
      return result(test, text -> probability(shipped, text), SHIPPED_LINE);
    }
    ComplaintModel model = ComplaintModel.train(train, encoder.orElse(null));
    return result(test, model::probability, model.threshold());
  }

  private static double probability(IntentModel model, String text) {
    return model
        .of(text, Words.of(Words.withoutLinksAndHandles(text)), false)
        .probabilities()
        .getOrDefault(Intent.COMPLAINT, 0.0);
  }

  private static LabelledText labelled(Row row) {
    return new LabelledText(row.text("text"), row.flag("complaint"));
  }

  private static Result result(
      List<LabelledText> test, ToDoubleFunction<String> probability, double line) {
    double hits = 0;
    double said = 0;
    double wanted = 0;
    List<Prediction> predictions = new ArrayList<>();
    for (LabelledText one : test) {
      double score = probability.applyAsDouble(one.text());
      boolean complaint = score >= line;
      if (complaint) said++;
      if (one.complaint()) wanted++;
      if (complaint && one.complaint()) hits++;
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("text", one.text());
      values.put("expected", one.complaint());
      values.put("complaint", complaint);
      values.put("score", Math.round(score * 1e4) / 1e4);
      predictions.add(new Prediction(values));
    }
    double n = test.size();
    double quietHits = n - said - wanted + hits;
    double f1 = Figures.f1(hits, said, wanted);
    double quietF1 = Figures.f1(quietHits, n - said, n - wanted);
    Figures figures =
        new Figures()
            .count("n", test.size())
            .share("accuracy", Figures.ratio(hits + quietHits, n))
            .share("precision", Figures.ratio(hits, said))
            .share("recall", Figures.ratio(hits, wanted))
            .share("f1", f1)
            .share("macro_f1", (f1 + quietF1) / 2)
            .share("threshold", line);
    return new Result(figures, predictions);
  }
}
