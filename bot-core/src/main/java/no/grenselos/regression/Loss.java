package no.grenselos.regression;

import java.util.Arrays;
import no.grenselos.regression.SoftmaxRegression.Task;

/**
 * The penalised loss of all rows with some weights, and its slope. Remembers where it was last
 * asked for; not thread safe.
 */
final class Loss {
  private static final int ROWS = 64;

  private final Task task;
  private final float penalty;
  private final float[] differences;

  /**
   * How it is at one place of a way.
   *
   * @param slope along the way
   */
  record Here(double value, double slope) {}

  Loss(Task task, float penalty) {
    this.task = task;
    this.penalty = penalty;
    this.differences = new float[task.rows().size() * task.classes()];
  }

  /** The way from a point in some direction; both must stay as they are while it is used. */
  Way way(Mixture point, Mixture direction) {
    return new Way(point, direction);
  }

  /**
   * The slope where it was last asked for.
   *
   * @param point the same place
   * @param slope where it is put: as shares of the rows, and the intercepts' own
   */
  void slope(Mixture point, float[] slope) {
    int classes = task.classes();
    Arrays.fill(slope, differences.length, slope.length, 0);
    for (int at = 0; at < differences.length; at++) {
      slope[at] = differences[at] + penalty * point.shares()[at];
      slope[differences.length + at % classes] += differences[at];
    }
  }

  /** A straight line of points, of all of which the scores are known: each place is cheap. */
  final class Way {
    private final float[] start;
    private final float[] direction;
    private final double square;
    private final double mixed;
    private final double directionSquare;

    private Way(Mixture point, Mixture direction) {
      this.start = point.scores();
      this.direction = direction.scores();
      int penalised = differences.length; // the intercepts, which stand behind, are not
      this.square = Mixture.dot(start, point.shares(), penalised);
      this.mixed = Mixture.dot(start, direction.shares(), penalised);
      this.directionSquare = Mixture.dot(this.direction, direction.shares(), penalised);
    }

    /** About where it would be lowest if it started where all scores are 0. */
    double guess(double slope) {
      double bend = penalty * directionSquare;
      for (int row = 0; row < task.rows().size(); row++) {
        float squares = 0;
        for (int c = 0; c < task.classes(); c++) {
          float way = direction[row * task.classes() + c] + direction[differences.length + c];
          squares += way * way;
        }
        bend += task.importance()[row] * squares / task.classes();
      }
      return -slope / bend;
    }

    Here at(double length) {
      double[] slopes = new double[task.rows().size()];
      double loss =
          Blocks.sum(
              task.rows().size(),
              ROWS,
              (from, to) -> {
                double sum = 0;
                for (int row = from; row < to; row++) {
                  sum += lossOf(row, (float) length);
                  slopes[row] = slopeOf(row);
                }
                return sum;
              });
      double slope = penalty * (mixed + length * directionSquare);
      for (double one : slopes) slope += one;
      double squares = square + 2 * length * mixed + length * length * directionSquare;
      return new Here(loss + 0.5 * penalty * squares, slope);
    }

    /** Leaves its slope by each score in the differences. */
    private double lossOf(int row, float length) {
      int first = row * task.classes();
      int end = first + task.classes();
      int intercepts = differences.length - first;
      float most = Float.NEGATIVE_INFINITY;
      for (int at = first; at < end; at++) {
        float way = direction[at] + direction[intercepts + at];
        differences[at] = start[at] + start[intercepts + at] + length * way;
        most = Math.max(most, differences[at]);
      }
      int labelled = first + task.labels()[row];
      double behind = most - differences[labelled];
      double sum = 0;
      for (int at = first; at < end; at++) {
        differences[at] = (float) Math.exp(differences[at] - most);
        sum += differences[at];
      }
      float importance = task.importance()[row];
      float share = (float) (importance / sum);
      for (int at = first; at < end; at++) differences[at] *= share;
      differences[labelled] -= importance;
      return importance * (behind + Math.log(sum));
    }

    private double slopeOf(int row) {
      int first = row * task.classes();
      int intercepts = differences.length - first;
      float slope = 0;
      for (int at = first; at < first + task.classes(); at++) {
        slope += differences[at] * (direction[at] + direction[intercepts + at]);
      }
      return slope;
    }
  }
}
