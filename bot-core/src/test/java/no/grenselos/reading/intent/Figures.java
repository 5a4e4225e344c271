package no.grenselos.reading.intent;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Resource;
import no.grenselos.reading.Words;

/** How often a model is right, over posts it was not trained on. */
record Figures(List<Judged> judged) {
  /** What we say of a post, and what the model says. */
  record Judged(Example example, IntentModel.Result said) {
    boolean complaint() {
      return example.intents().contains(Intent.COMPLAINT);
    }

    boolean foundComplaint() {
      return said.intent() == Intent.COMPLAINT;
    }

    boolean right() {
      return example.intents().contains(said.intent());
    }
  }

  static List<Example> examples(String resource) {
    return Resource.lines(Figures.class, resource).stream().map(Example::parse).toList();
  }

  static Figures of(IntentModel model, List<Example> examples) {
    return new Figures(
        examples.stream().map(one -> new Judged(one, read(model, one.text()))).toList());
  }

  static IntentModel.Result read(IntentModel model, String text) {
    return model.of(text, Words.of(Words.withoutLinksAndHandles(text)), false);
  }

  /** Each part is judged by a model trained on all others. */
  static Figures crossValidated(List<Example> examples, int parts, ToIntFunction<Integer> part) {
    Signs signs = new Signs();
    List<Judged> judged = new ArrayList<>();
    for (int fold = 0; fold < parts; fold++) {
      int held = fold;
      List<Example> train = new ArrayList<>();
      List<Example> test = new ArrayList<>();
      IntStream.range(0, examples.size())
          .forEach(i -> (part.applyAsInt(i) == held ? test : train).add(examples.get(i)));
      IntentModel model = new IntentModel(IntentWeights.trainedOn(train, signs), signs);
      judged.addAll(of(model, test).judged());
    }
    return new Figures(judged);
  }

  Figures in(String language) {
    return new Figures(
        judged.stream().filter(one -> one.example().language().equals(language)).toList());
  }

  double accuracy() {
    return (double) judged.stream().filter(Judged::right).count() / judged.size();
  }

  double precision() {
    return (double) both() / Math.max(1, judged.stream().filter(Judged::foundComplaint).count());
  }

  double recall() {
    return (double) both() / Math.max(1, judged.stream().filter(Judged::complaint).count());
  }

  double f1() {
    return 2 * precision() * recall() / Math.max(1e-9, precision() + recall());
  }

  /** Mean of the F1 of complaints and the F1 of all else. */
  double macroF1() {
    long none = judged.stream().filter(one -> !one.complaint() && !one.foundComplaint()).count();
    long wrong = judged.stream().filter(one -> one.complaint() != one.foundComplaint()).count();
    return (f1() + 2.0 * none / Math.max(1, 2 * none + wrong)) / 2;
  }

  double severityAccuracy() {
    return (double)
            judged.stream().filter(j -> j.said().severity() == j.example().severity()).count()
        / judged.size();
  }

  private long both() {
    return judged.stream().filter(one -> one.complaint() && one.foundComplaint()).count();
  }

  Map<Intent, Double> recalls() {
    Map<Intent, Double> recalls = new EnumMap<>(Intent.class);
    for (Intent intent : Intent.values()) {
      List<Judged> of =
          judged.stream().filter(j -> j.example().intents().getFirst() == intent).toList();
      recalls.put(intent, new Figures(of).accuracy());
    }
    return recalls;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "n=%d accuracy=%.3f precision=%.3f recall=%.3f f1=%.3f macro=%.3f severity=%.3f %s",
        judged.size(),
        accuracy(),
        precision(),
        recall(),
        f1(),
        macroF1(),
        severityAccuracy(),
        recalls());
  }
}
