package no.grenselos.reading.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.grenselos.regression.LogisticRegression;
import no.grenselos.regression.SoftmaxRegression;

/**
 * Decides whether a text is really about the topic it is most like, or about none: the half of a
 * classifier that lets people sleep. Before anything was learned the first guess decides; what
 * became of earlier posts, and those that were nobody's, move it. Immutable; safe for many threads.
 */
final class Gate {
  /** From this many of either kind on the line is drawn where it divides them best. */
  static final int ENOUGH = 50;

  static final double LINE = 0.5;
  private static final double FAITH_IN_FIRST_GUESS = 20;
  private static final double PENALTY = 1;
  // F-measure with beta 0.5: a wrong nudge costs more than a missed one (van Rijsbergen 1979)
  private static final double BETA_SQUARED = 0.25;

  private final LogisticRegression regression;
  private final double[] means;
  private final double[] scales;
  private final double line;

  private Gate(LogisticRegression regression, double[] means, double[] scales, double line) {
    this.regression = regression;
    this.means = means;
    this.scales = scales;
    this.line = line;
  }

  /**
   * What became of a text.
   *
   * @param right whether it was about that topic
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk
  record Outcome(double[] signs, boolean right, double weight) {}

  /** The gate before anything was learned. */
  static Gate untaught() {
    double[] none = new double[Signs.COUNT];
    double[] weights = new double[Signs.COUNT + 1];
    weights[Signs.FIRST_GUESS] = 1;
    double[] ones = new double[Signs.COUNT];
    Arrays.fill(ones, 1);
    return new Gate(new LogisticRegression(weights), none, ones, LINE);
  }

  static Gate of(List<Outcome> outcomes) {
    if (outcomes.isEmpty()) return untaught();
    double[] means = new double[Signs.COUNT];
    double[] scales = new double[Signs.COUNT];
    for (int sign = 0; sign < Signs.COUNT; sign++) {
      if (sign == Signs.FIRST_GUESS) scales[sign] = 1;
      else standardise(outcomes, sign, means, scales);
    }
    List<LogisticRegression.Row> rows = new ArrayList<>();
    for (Outcome one : outcomes) {
      rows.add(
          new LogisticRegression.Row(
              standard(one.signs(), means, scales), one.right(), one.weight()));
    }
    double[] prior = new double[Signs.COUNT + 1];
    double[] penalty = new double[Signs.COUNT + 1];
    Arrays.fill(penalty, PENALTY);
    prior[Signs.FIRST_GUESS] = 1;
    penalty[Signs.FIRST_GUESS] = FAITH_IN_FIRST_GUESS;
    Gate gate = new Gate(LogisticRegression.fit(rows, prior, penalty), means, scales, LINE);
    return new Gate(gate.regression, means, scales, line(gate, outcomes));
  }

  private static void standardise(
      List<Outcome> outcomes, int sign, double[] means, double[] scales) {
    double sum = 0;
    double squares = 0;
    for (Outcome one : outcomes) {
      sum += one.signs()[sign];
      squares += one.signs()[sign] * one.signs()[sign];
    }
    means[sign] = sum / outcomes.size();
    double spread = Math.max(0, squares - outcomes.size() * means[sign] * means[sign]);
    // as if one more had been seen: two alike outcomes must not make any other text an extreme
    scales[sign] = Math.sqrt((spread + 1) / (outcomes.size() + 1));
  }

  private static double[] standard(double[] signs, double[] means, double[] scales) {
    double[] standard = new double[signs.length];
    for (int i = 0; i < signs.length; i++) standard[i] = (signs[i] - means[i]) / scales[i];
    return standard;
  }

  /** Where to say yes, so that the F-measure over the outcomes is largest. */
  private static double line(Gate gate, List<Outcome> outcomes) {
    long right = outcomes.stream().filter(Outcome::right).count();
    if (right < ENOUGH || outcomes.size() - right < ENOUGH) return LINE;
    record Drawn(double probability, Outcome outcome) {}
    List<Drawn> drawn =
        outcomes.stream()
            .map(one -> new Drawn(gate.probability(one.signs()), one))
            .sorted((a, b) -> Double.compare(b.probability(), a.probability()))
            .toList();
    double all =
        drawn.stream().mapToDouble(d -> d.outcome().right() ? d.outcome().weight() : 0).sum();
    double best = 0;
    double line = LINE;
    double hits = 0;
    double said = 0;
    for (Drawn one : drawn) {
      said += one.outcome().weight();
      if (one.outcome().right()) hits += one.outcome().weight();
      double f = (1 + BETA_SQUARED) * hits / (BETA_SQUARED * all + said);
      if (f <= best) continue;
      best = f;
      line = one.probability();
    }
    return line;
  }

  /** That a text with these signs is about the topic, 0 to 1. */
  double probability(double[] signs) {
    return regression.probability(standard(signs, means, scales));
  }

  /** From this probability on somebody is asked. */
  double line() {
    return line;
  }

  /** What the gate looks at, for one text and one topic. */
  static final class Signs {
    static final int FIRST_GUESS = 8;
    static final int COUNT = 9;

    private Signs() {}

    static double[] of(Scorer.Scores scores, int topic, float background, double firstGuess) {
      double[] signs = new double[COUNT];
      if (scores.meaning().length > 0) {
        signs[0] = SoftmaxRegression.energy(scores.meaning());
        signs[1] = scores.meaning()[topic];
        signs[2] = scores.near().get(topic).nearest();
        signs[3] = scores.near().get(topic).middle();
        signs[4] = background;
      }
      signs[5] = Math.log(scores.shares()[topic] + 1e-6);
      signs[6] = SoftmaxRegression.energy(scores.words());
      signs[7] = scores.words()[topic];
      signs[FIRST_GUESS] = firstGuess;
      return signs;
    }
  }
}
