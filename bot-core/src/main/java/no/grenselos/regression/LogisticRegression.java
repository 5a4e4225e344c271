package no.grenselos.regression;

import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression over a handful of features, drawn towards a prior: with few rows the prior
 * decides, with many the rows do. Immutable; safe for many threads.
 *
 * @param weights one a feature, and the intercept last
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk
public record LogisticRegression(double[] weights) {
  private static final int MOST_STEPS = 50;
  private static final double FLAT = 1e-8;

  /**
   * One observation.
   *
   * @param features as many as the prior has weights, but for the intercept
   * @param yes what happened
   * @param importance as if it stood there that often
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk
  public record Row(double[] features, boolean yes, double importance) {}

  /**
   * Fits with Newton's method.
   *
   * @param prior weights to start from, intercept last
   * @param penalty how much a deviation from the prior costs, one for each of the prior's weights
   */
  public static LogisticRegression fit(List<Row> rows, double[] prior, double[] penalty) {
    double[] weights = prior.clone();
    double cost = cost(rows, weights, prior, penalty);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] move = step(rows, weights, prior, penalty);
      double length = 1;
      double[] next = moved(weights, move, length);
      double reached = cost(rows, next, prior, penalty);
      // far from the minimum a whole step may overshoot
      while (reached > cost && length > FLAT) {
        length /= 2;
        next = moved(weights, move, length);
        reached = cost(rows, next, prior, penalty);
      }
      if (!(reached < cost - FLAT * Math.max(1, cost))) break;
      weights = next;
      cost = reached;
    }
    return new LogisticRegression(weights);
  }

  private static double[] moved(double[] weights, double[] move, double length) {
    double[] moved = weights.clone();
    for (int i = 0; i < moved.length; i++) moved[i] -= length * move[i];
    return moved;
  }

  private static double cost(List<Row> rows, double[] weights, double[] prior, double[] penalty) {
    double cost = 0;
    for (int i = 0; i < weights.length; i++) {
      double away = weights[i] - prior[i];
      cost += 0.5 * penalty[i] * away * away;
    }
    for (Row row : rows) {
      double against = (row.yes() ? -1 : 1) * logOdds(weights, row.features());
      cost += row.importance() * (Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against))));
    }
    return cost;
  }

  private static double[] step(List<Row> rows, double[] weights, double[] prior, double[] penalty) {
    int size = weights.length;
    double[] gradient = new double[size];
    double[][] curvature = new double[size][size];
    for (int i = 0; i < size; i++) {
      gradient[i] = penalty[i] * (weights[i] - prior[i]);
      curvature[i][i] = penalty[i] + 1e-9;
    }
    for (Row row : rows) {
      double[] x = Arrays.copyOf(row.features(), size);
      x[size - 1] = 1;
      double p = probability(logOdds(weights, row.features()));
      double difference = row.importance() * (p - (row.yes() ? 1 : 0));
      double bend = row.importance() * Math.max(p * (1 - p), 1e-6);
      for (int i = 0; i < size; i++) {
        gradient[i] += difference * x[i];
        for (int j = 0; j < size; j++) curvature[i][j] += bend * x[i] * x[j];
      }
    }
    return solve(curvature, gradient);
  }

  /** Solves a symmetric positive definite system by elimination; changes what it is given. */
  private static double[] solve(double[][] matrix, double[] right) {
    int size = right.length;
    for (int pivot = 0; pivot < size; pivot++) {
      for (int row = pivot + 1; row < size; row++) {
        double factor = matrix[row][pivot] / matrix[pivot][pivot];
        for (int column = pivot; column < size; column++) {
          matrix[row][column] -= factor * matrix[pivot][column];
        }
        right[row] -= factor * right[pivot];
      }
    }
    for (int row = size - 1; row >= 0; row--) {
      for (int column = row + 1; column < size; column++) {
        right[row] -= matrix[row][column] * right[column];
      }
      right[row] /= matrix[row][row];
    }
    return right;
  }

  public double logOdds(double[] features) {
    return logOdds(weights, features);
  }

  private static double logOdds(double[] weights, double[] features) {
    double sum = weights[weights.length - 1];
    for (int i = 0; i < features.length; i++) sum += weights[i] * features[i];
    return sum;
  }

  /** 0 to 1. */
  public double probability(double[] features) {
    return probability(logOdds(features));
  }

  /** The probability that these log-odds stand for. */
  public static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
