package no.grenselos.reading.intent;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Logistic regression with a quadratic penalty, by L-BFGS (Nocedal and Wright, Numerical
 * Optimization, 2nd edition, algorithm 7.4). The same rows give the same weights to the last bit:
 * StrictMath, one thread, no randomness.
 */
final class Regression {
  private static final int MEMORY = 8;
  private static final int STEPS = 120;
  private static final double STILL = 1e-5;

  /** One step taken, and how the slope changed by it. */
  private static final class Move {
    final double[] weights;
    final double[] slope;
    final double product;

    Move(double[] weights, double[] slope) {
      this.weights = weights;
      this.slope = slope;
      product = dot(weights, slope);
    }
  }

  private final List<Row> rows;
  private final boolean[] labels;
  private final double penalty;
  private final double rare;
  private final int bias;
  private double[] slope;

  private Regression(List<Row> rows, boolean[] labels, int features, double penalty) {
    this.rows = rows;
    this.labels = labels;
    this.penalty = penalty;
    this.rare = rare(labels);
    this.bias = features;
    this.slope = new double[features + 1];
  }

  /**
   * @param features how many there are; rows name them 0 to features - 1
   * @param penalty half of it times the sum of squared weights is the price of weights; over 0
   * @return a weight a feature, the last one of all texts alike
   */
  static double[] fit(List<Row> rows, boolean[] labels, int features, double penalty) {
    return new Regression(rows, labels, features, penalty).descend();
  }

  static double probability(double score) {
    return 1 / (1 + StrictMath.exp(-score));
  }

  // half way to as if yes and no were equally frequent: the rare ones would never be said else
  private static double rare(boolean[] labels) {
    int yes = 0;
    for (boolean label : labels) yes += label ? 1 : 0;
    int no = labels.length - yes;
    return yes == 0 || no == 0 ? 1 : StrictMath.sqrt((double) no / yes);
  }

  private double[] descend() {
    double[] at = new double[bias + 1];
    double loss = look(at);
    Deque<Move> moves = new ArrayDeque<>();
    for (int step = 0; step < STEPS && norm(slope) > STILL * rows.size(); step++) {
      double[] direction = direction(moves);
      double down = dot(direction, slope);
      double[] from = slope;
      double length = moves.isEmpty() ? 1 / norm(slope) : 1;
      double[] next = along(at, direction, length);
      double nextLoss = look(next);
      while (nextLoss > loss + 1e-4 * length * down && length > 1e-10) {
        length /= 2;
        next = along(at, direction, length);
        nextLoss = look(next);
      }
      remember(moves, along(next, at, -1), along(slope, from, -1));
      at = next;
      loss = nextLoss;
    }
    return at;
  }

  /** The loss at these weights; leaves its slope there. */
  private double look(double[] weights) {
    double[] here = new double[weights.length];
    double loss = 0;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double score = row.score(weights);
      double wrong = labels[i] ? -score : score;
      double price = labels[i] ? rare : 1;
      loss += price * (Math.max(wrong, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(wrong))));
      double pull = price * (probability(score) - (labels[i] ? 1 : 0));
      row.addTo(here, pull);
    }
    for (int i = 0; i < bias; i++) {
      loss += penalty / 2 * weights[i] * weights[i];
      here[i] += penalty * weights[i];
    }
    slope = here;
    return loss;
  }

  private double[] direction(Deque<Move> moves) {
    double[] way = Arrays.stream(slope).map(one -> -one).toArray();
    double[] parts = new double[moves.size()];
    int i = 0;
    for (Move move : moves) {
      parts[i] = dot(move.weights, way) / move.product;
      way = along(way, move.slope, -parts[i++]);
    }
    if (moves.isEmpty()) return way;
    Move last = moves.getFirst();
    double scale = last.product / dot(last.slope, last.slope);
    way = Arrays.stream(way).map(one -> one * scale).toArray();
    for (Iterator<Move> old = moves.descendingIterator(); old.hasNext(); ) {
      Move move = old.next();
      double back = dot(move.slope, way) / move.product;
      way = along(way, move.weights, parts[--i] - back);
    }
    return way;
  }

  private static void remember(Deque<Move> moves, double[] weights, double[] slope) {
    Move move = new Move(weights, slope);
    if (move.product <= 1e-12) return;
    moves.addFirst(move);
    if (moves.size() > MEMORY) moves.removeLast();
  }

  private static double[] along(double[] from, double[] way, double length) {
    double[] to = new double[from.length];
    for (int i = 0; i < to.length; i++) to[i] = from[i] + length * way[i];
    return to;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
    return sum;
  }

  private static double norm(double[] a) {
    return StrictMath.sqrt(dot(a, a));
  }
}
