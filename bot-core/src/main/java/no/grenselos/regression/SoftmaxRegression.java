package no.grenselos.regression;

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
    int classes = task.classes();
    int rows = task.rows().size();
    int features = task.rows().features();
    if (rows == 0) {
      return new SoftmaxRegression(features, classes, new float[(features + 1) * classes]);
    }
    float penalty = 1 / strength;
    // where all classes are as likely, the loss bends by one in so many
    Span span =
        span(task, new Span.Scale(task.importance(), middle(task), 1f / classes, penalty, classes));
    Mixture best = Mixture.nothing((rows + 1) * classes);
    new Descent(new Loss(task, penalty), span).from(best, steps);
    return new SoftmaxRegression(features, classes, span.weights(best.shares()));
  }

  private static Span span(Task task, Span.Scale scale) {
    return switch (task.rows()) {
      case Rows.Dense dense -> new DenseSpan(dense, scale);
      case Rows.Sparse sparse -> new SparseSpan(sparse, scale);
    };
  }

  /** The mean of all rows, by importance. */
  private static float[] middle(Task task) {
    float all = 0;
    for (float importance : task.importance()) all += importance;
    float[] middle = new float[task.rows().features()];
    for (int row = 0; row < task.rows().size(); row++) {
      task.rows().addTo(middle, row, task.importance()[row] / all);
    }
    return middle;
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
}
