package no.grenselos.regression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Minimises a smooth convex function with the limited-memory BFGS method (Nocedal and Wright,
 * Numerical Optimization, 2nd ed., algorithms 7.4 and 7.5), with backtracking. Not thread safe.
 */
final class Lbfgs {
  private static final int MEMORY = 5;
  private static final int BLOCK = 256;
  private static final double ENOUGH_DECREASE = 1e-4;
  private static final double TOLERANCE = 1e-4;
  private static final int MOST_HALVINGS = 20;

  private final Deque<Step> steps = new ArrayDeque<>();

  private Lbfgs() {}

  /** A function of many numbers. */
  interface Objective {
    /** The value at this point; fills in the gradient there. */
    double at(float[] point, float[] gradient);
  }

  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk
  private record Step(float[] moved, float[] bent, double curvature) {}

  /** The point reached from start after at most so many steps, or when they no longer help. */
  static float[] minimum(Objective objective, float[] start, int most) {
    return new Lbfgs().run(objective, start, most);
  }

  private float[] run(Objective objective, float[] start, int most) {
    // these are large: each is made once and used again
    float[] point = start.clone();
    float[] gradient = new float[point.length];
    float[] next = new float[point.length];
    float[] bent = new float[point.length];
    float[] direction = new float[point.length];
    double value = objective.at(point, gradient);
    for (int step = 0; step < most; step++) {
      direct(direction, gradient);
      double slope = dot(direction, gradient);
      if (slope > -1e-12) return point;
      double length = steps.isEmpty() ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
      double reached = value;
      int halvings = 0;
      do {
        if (halvings++ == MOST_HALVINGS) return point;
        for (int i = 0; i < next.length; i++) next[i] = (float) (point[i] + length * direction[i]);
        reached = objective.at(next, bent);
        length /= 2;
      } while (!(reached <= value + ENOUGH_DECREASE * 2 * length * slope));
      remember(point, next, gradient, bent);
      boolean flat = value - reached <= TOLERANCE * Math.max(1, Math.abs(reached));
      float[] left = point;
      point = next;
      next = left;
      left = gradient;
      gradient = bent;
      bent = left;
      value = reached;
      if (flat) return point;
    }
    return point;
  }

  private void remember(float[] from, float[] to, float[] before, float[] after) {
    double curvature = 0;
    for (int i = 0; i < from.length; i++) {
      curvature += (double) (to[i] - from[i]) * (after[i] - before[i]);
    }
    if (curvature <= 1e-12) return;
    Step oldest = steps.size() == MEMORY ? steps.removeFirst() : null;
    float[] moved = oldest == null ? new float[from.length] : oldest.moved();
    float[] bent = oldest == null ? new float[from.length] : oldest.bent();
    for (int i = 0; i < from.length; i++) {
      moved[i] = to[i] - from[i];
      bent[i] = after[i] - before[i];
    }
    steps.addLast(new Step(moved, bent, curvature));
  }

  /** Downhill, bent by what the last steps told of the function's curvature. */
  private void direct(float[] direction, float[] gradient) {
    System.arraycopy(gradient, 0, direction, 0, gradient.length);
    List<Step> newestFirst = new ArrayList<>(steps).reversed();
    double[] shares = new double[newestFirst.size()];
    for (int i = 0; i < shares.length; i++) {
      Step step = newestFirst.get(i);
      shares[i] = dot(step.moved(), direction) / step.curvature();
      add(direction, -shares[i], step.bent());
    }
    if (shares.length > 0) {
      Step newest = newestFirst.getFirst();
      scale(direction, newest.curvature() / dot(newest.bent(), newest.bent()));
    }
    for (int i = shares.length - 1; i >= 0; i--) {
      Step step = newestFirst.get(i);
      double correction = dot(step.bent(), direction) / step.curvature();
      add(direction, shares[i] - correction, step.moved());
    }
    scale(direction, -1);
  }

  // in blocks of their own sums: quicker, and more exact than one sum would be
  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int from = 0; from < a.length; from += BLOCK) {
      int to = Math.min(a.length, from + BLOCK);
      float s0 = 0;
      float s1 = 0;
      float s2 = 0;
      float s3 = 0;
      int i = from;
      for (; i + 3 < to; i += 4) {
        s0 += a[i] * b[i];
        s1 += a[i + 1] * b[i + 1];
        s2 += a[i + 2] * b[i + 2];
        s3 += a[i + 3] * b[i + 3];
      }
      for (; i < to; i++) s0 += a[i] * b[i];
      sum += (double) s0 + s1 + s2 + s3;
    }
    return sum;
  }

  private static void add(float[] to, double times, float[] what) {
    float factor = (float) times;
    for (int i = 0; i < to.length; i++) to[i] += factor * what[i];
  }

  private static void scale(float[] vector, double factor) {
    float times = (float) factor;
    for (int i = 0; i < vector.length; i++) vector[i] *= times;
  }
}
