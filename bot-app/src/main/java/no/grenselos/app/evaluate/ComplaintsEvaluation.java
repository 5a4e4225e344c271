package no.grenselos.app.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Intent;
import no.grenselos.reading.TextEncoder;
import no.grenselos.reading.Words;
import no.grenselos.reading.intent.ComplaintModel;
import no.grenselos.reading.intent.IntentModel;
import no.grenselos.reading.intent.LabelledText;

/**
 * How well complaints are told: by the shipped model as the product does, or, where the pack has a
 * train part, by one that learns from it on top of the shipped one.
 */
final class ComplaintsEvaluation {
  private ComplaintsEvaluation() {}

  /**
   * What was decided about a text.
   *
   * @param score 0 to 1
   * @param because words that spoke for it; empty with a model of the pack's own
   */
  private record Said(boolean complaint, double score, List<String> because) {}

  static Result run(Pack pack, Optional<? extends TextEncoder> encoder) {
    List<LabelledText> train = pack.rows("train.jsonl", ComplaintsEvaluation::labelled);
    List<LabelledText> test = pack.test(ComplaintsEvaluation::labelled);
    pack.refuseIfBroken();
    IntentModel shipped = IntentModel.shipped();
    if (train.isEmpty()) return result(test, text -> said(shipped, text), Double.NaN);
    ComplaintModel model;
    try {
      model = ComplaintModel.train(train, encoder.orElse(null));
    } catch (IllegalArgumentException e) {
      String text = "too little to learn from; leave it out to try the shipped model: ";
      throw new PackException("train.jsonl", text + e.getMessage());
    }
    return result(test, text -> said(model, text), model.threshold());
  }

  private static Said said(IntentModel model, String text) {
    IntentModel.Result found = model.of(text, Words.of(Words.withoutLinksAndHandles(text)), false);
    return new Said(
        found.intent() == Intent.COMPLAINT,
        found.probabilities().getOrDefault(Intent.COMPLAINT, 0.0),
        found.evidence().stream().map(Evidence::words).toList());
  }

  private static Said said(ComplaintModel model, String text) {
    double score = model.probability(text);
    return new Said(score >= model.threshold(), score, List.of());
  }

  private static LabelledText labelled(Row row) {
    return new LabelledText(row.text("text"), row.flag("complaint"));
  }

  private static Result result(List<LabelledText> test, Function<String, Said> model, double line) {
    double hits = 0;
    double said = 0;
    double wanted = 0;
    List<Prediction> predictions = new ArrayList<>();
    for (LabelledText one : test) {
      Said found = model.apply(one.text());
      if (found.complaint()) said++;
      if (one.complaint()) wanted++;
      if (found.complaint() && one.complaint()) hits++;
      predictions.add(prediction(one, found));
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

  private static Prediction prediction(LabelledText text, Said found) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("text", text.text());
    values.put("expected", text.complaint());
    values.put("complaint", found.complaint());
    values.put("score", Figures.rounded(found.score()));
    values.put("because", found.because());
    return new Prediction(values);
  }
}
