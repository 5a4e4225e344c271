package no.grenselos.reading.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.grenselos.reading.TextEncoder;
import no.grenselos.reading.Words;
import org.jspecify.annotations.Nullable;

/**
 * Tells complaints by the words of a given stream of posts: what the shipped model says is one of
 * its features, so that a training pack improves on it. Penalty and threshold are chosen by five
 * folds of the training rows. Deterministic; safe for many threads when the encoder is.
 */
public final class ComplaintModel {
  private static final int FOLDS = 5;
  private static final double[] PENALTIES = {1, 3, 10, 30};

  private final ComplaintRows rows;
  private final double[] weights;
  private final double threshold;

  private ComplaintModel(ComplaintRows rows, double[] weights, double threshold) {
    this.rows = rows;
    this.weights = weights;
    this.threshold = threshold;
  }

  /** By words alone. */
  public static ComplaintModel train(List<LabelledText> texts) {
    return train(texts, null);
  }

  /**
   * Seconds for thousands of texts, plus what the encoder takes.
   *
   * @param texts at least ten of each kind
   * @param encoder gives more features when there is one
   */
  public static ComplaintModel train(List<LabelledText> texts, @Nullable TextEncoder encoder) {
    long complaints = texts.stream().filter(LabelledText::complaint).count();
    long others = texts.size() - complaints;
    if (complaints < 10 || others < 10) {
      throw new IllegalArgumentException(
          complaints + " complaints and " + others + " others, must be 10 or more of each");
    }
    ComplaintRows seen = ComplaintRows.of(IntentModel.shipped(), encoder, texts);
    boolean[] labels = labels(texts);
    double[] best = new double[0];
    double penalty = PENALTIES[0];
    for (double candidate : PENALTIES) {
      double[] outside = outOfFold(seen, labels, candidate);
      if (best.length > 0 && loss(outside, labels) >= loss(best, labels)) continue;
      best = outside;
      penalty = candidate;
    }
    double[] weights = Regression.fit(seen.rows(), labels, seen.size(), penalty);
    return new ComplaintModel(seen, weights, Threshold.best(best, labels));
  }

  private static boolean[] labels(List<LabelledText> texts) {
    boolean[] labels = new boolean[texts.size()];
    for (int i = 0; i < labels.length; i++) labels[i] = texts.get(i).complaint();
    return labels;
  }

  /** Probabilities of each row by a model that has not seen it. */
  private static double[] outOfFold(ComplaintRows seen, boolean[] labels, double penalty) {
    double[] outside = new double[labels.length];
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Row> rows = new ArrayList<>();
      boolean[] known = new boolean[labels.length];
      for (int i = 0; i < labels.length; i++) {
        if (i % FOLDS == fold) continue;
        known[rows.size()] = labels[i];
        rows.add(seen.rows().get(i));
      }
      double[] weights =
          Regression.fit(rows, Arrays.copyOf(known, rows.size()), seen.size(), penalty);
      for (int i = fold; i < labels.length; i += FOLDS) {
        outside[i] = Regression.probability(seen.rows().get(i).score(weights));
      }
    }
    return outside;
  }

  private static double loss(double[] probabilities, boolean[] labels) {
    double loss = 0;
    for (int i = 0; i < labels.length; i++) {
      double right = labels[i] ? probabilities[i] : 1 - probabilities[i];
      loss -= StrictMath.log(Math.max(right, 1e-9));
    }
    return loss;
  }

  /** 0 to 1, how sure it is a complaint. */
  public double probability(String text) {
    return Regression.probability(rows.row(text).score(weights));
  }

  /** From this probability on it is called a complaint. */
  public double threshold() {
    return threshold;
  }

  public boolean complaint(String text) {
    return probability(text) >= threshold;
  }

  /** Totals of the signs of a text, for {@link ComplaintRows}. */
  static Map<String, Double> totals(Signs signs, String text) {
    return Signs.totals(signs.of(text, Words.of(Words.withoutLinksAndHandles(text)), false));
  }
}
