package no.grenselos.regression;

import java.util.stream.IntStream;

/**
 * Multinomial logistic regression with an L2 penalty on all weights but the intercepts. Immutable;
 * safe for many threads.
 */
public final class SoftmaxRegression {
  private final int features;
  private final int classes;
  private final float[] weights;

  private SoftmaxRegression(int features, int classes, float[] weights) {
    this.features = features;
    this.classes = classes;
    this.weights = weights;
  }

  /**
   * What to fit to.
   *
   * @param labels the class of each row, from 0
   * @param importance of each row, as if it stood there that often
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk
  public record Task(Rows rows, int[] labels, float[] importance, int classes) {
    public Task {
      if (labels.length != rows.size() || importance.length != rows.size()) {
        throw new IllegalArgumentException(
            rows.size() + " rows, " + labels.length + " labels, " + importance.length + " weights");
      }
    }
  }

  /**
   * Fits with L-BFGS, on all cores; the result does not depend on how many there are.
   *
   * @param strength of the data against the penalty, sum of losses times strength plus half the
   *     squared weights: scikit-learn's C
   * @param steps at most this many
   */
  public static SoftmaxRegression fit(Task task, float strength, int steps) {
    // what all rows share only makes the way longer: without it the same minimum is nearer
    float[] middle = task.rows().middle();
    Task centred =
        new Task(task.rows().less(middle), task.labels(), task.importance(), task.classes());
    Objective objective = new Objective(centred, 1 / strength);
    float[] weights =
        Lbfgs.minimum(objective, new float[(task.rows().features() + 1) * task.classes()], steps);
    int features = task.rows().features();
    for (int f = 0; f < middle.length; f++) {
      for (int c = 0; c < task.classes(); c++) {
        weights[features * task.classes() + c] -= middle[f] * weights[f * task.classes() + c];
      }
    }
    return new SoftmaxRegression(features, task.classes(), weights);
  }

  /** The log-odds of each class, up to a common constant. */
  public float[] scores(Rows rows, int row) {
    float[] scores = new float[classes];
    System.arraycopy(weights, features * classes, scores, 0, classes);
    rows.addScores(row, weights, classes, scores);
    return scores;
  }

  /** How much one unit of a feature speaks for a class. */
  public float weight(int feature, int ofClass) {
    return weights[feature * classes + ofClass];
  }

  /** Probabilities from log-odds; in place. */
  public static float[] softmax(float[] scores) {
    float most = Float.NEGATIVE_INFINITY;
    for (float score : scores) most = Math.max(most, score);
    double sum = 0;
    for (int c = 0; c < scores.length; c++) {
      scores[c] = (float) Math.exp(scores[c] - most);
      sum += scores[c];
    }
    for (int c = 0; c < scores.length; c++) scores[c] = (float) (scores[c] / sum);
    return scores;
  }

  /** Logarithm of the sum of the exponentials: high when any class speaks up. */
  public static double energy(float[] scores) {
    double most = Double.NEGATIVE_INFINITY;
    for (float score : scores) most = Math.max(most, score);
    double sum = 0;
    for (float score : scores) sum += Math.exp(score - most);
    return most + Math.log(sum);
  }

  /** The penalised mean loss of all rows, and its gradient. */
  private static final class Objective implements Lbfgs.Objective {
    private static final int BLOCK = 32;
    private static final int CHUNK = 64;

    private final Task task;
    private final float penalty;
    private final float[] differences;

    Objective(Task task, float penalty) {
      this.task = task;
      this.penalty = penalty;
      this.differences = new float[task.rows().size() * task.classes()];
    }

    @Override
    public double at(float[] weights, float[] gradient) {
      int chunks = (task.rows().size() + CHUNK - 1) / CHUNK;
      double[] losses = new double[chunks];
      IntStream.range(0, chunks).parallel().forEach(chunk -> losses[chunk] = loss(chunk, weights));
      int blocks = (task.classes() + BLOCK - 1) / BLOCK;
      IntStream.range(0, blocks).parallel().forEach(block -> slope(block, weights, gradient));
      double loss = 0;
      for (double part : losses) loss += part;
      int penalised = task.rows().features() * task.classes();
      double squares = 0;
      for (int i = 0; i < penalised; i++) squares += (double) weights[i] * weights[i];
      return loss + 0.5 * penalty * squares;
    }

    private double loss(int chunk, float[] weights) {
      int classes = task.classes();
      int intercepts = task.rows().features() * classes;
      float[] scores = new float[classes];
      double loss = 0;
      int end = Math.min(task.rows().size(), (chunk + 1) * CHUNK);
      for (int row = chunk * CHUNK; row < end; row++) {
        System.arraycopy(weights, intercepts, scores, 0, classes);
        task.rows().addScores(row, weights, classes, scores);
        float importance = task.importance()[row];
        int label = task.labels()[row];
        loss += importance * (energy(scores) - scores[label]);
        softmax(scores);
        scores[label] -= 1;
        for (int c = 0; c < classes; c++) differences[row * classes + c] = importance * scores[c];
      }
      return loss;
    }

    private void slope(int number, float[] weights, float[] gradient) {
      int classes = task.classes();
      int from = number * BLOCK;
      Rows.Block block = new Rows.Block(from, Math.min(classes, from + BLOCK), classes);
      int features = task.rows().features();
      for (int f = 0; f <= features; f++) {
        for (int c = block.from(); c < block.to(); c++) {
          int at = f * classes + c;
          gradient[at] = f < features ? penalty * weights[at] : 0;
        }
      }
      task.rows().addGradient(differences, block, gradient);
      for (int row = 0; row < task.rows().size(); row++) {
        int at = row * classes;
        for (int c = block.from(); c < block.to(); c++) {
          gradient[features * classes + c] += differences[at + c];
        }
      }
    }
  }
}
