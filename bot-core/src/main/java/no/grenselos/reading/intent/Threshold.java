package no.grenselos.reading.intent;

import java.util.Arrays;

/** Where to draw the line between complaints and the rest. */
final class Threshold {
  private static final int STEPS = 100;

  private Threshold() {}

  /**
   * The one with the best sum of complaint F1 and macro F1, smoothed over its neighbours since one
   * post more or less is chance.
   */
  static double best(double[] probabilities, boolean[] labels) {
    double[] worth = new double[STEPS];
    for (int i = 1; i < STEPS; i++) worth[i] = worth(probabilities, labels, i / (double) STEPS);
    int best = STEPS / 2;
    for (int i = 3; i < STEPS - 2; i++) {
      if (smooth(worth, i) > smooth(worth, best)) best = i;
    }
    return best / (double) STEPS;
  }

  private static double smooth(double[] worth, int i) {
    return Arrays.stream(worth, i - 2, i + 3).sum();
  }

  private static double worth(double[] probabilities, boolean[] labels, double threshold) {
    int hits = 0;
    int misses = 0;
    int alarms = 0;
    for (int i = 0; i < labels.length; i++) {
      boolean said = probabilities[i] >= threshold;
      if (said && labels[i]) hits++;
      else if (said) alarms++;
      else if (labels[i]) misses++;
    }
    int silent = labels.length - hits - misses - alarms;
    double wrong = misses + alarms;
    double f1 = 2.0 * hits / Math.max(1, 2 * hits + wrong);
    double none = 2.0 * silent / Math.max(1, 2 * silent + wrong);
    return f1 + (f1 + none) / 2;
  }
}
