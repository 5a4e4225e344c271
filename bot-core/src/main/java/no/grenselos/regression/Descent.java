package no.grenselos.regression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Goes down to where a loss is least with the limited-memory BFGS method (Nocedal and Wright,
 * Numerical Optimization, 2nd ed., algorithms 7.4 and 7.5), among the weights of a span. A step
 * costs as much as going through the rows twice. Used once, by one thread.
 */
final class Descent {
  private static final int MEMORY = 5;
  private static final double TOLERANCE = 1e-3;
  private static final double NOTHING = 1e-7;
  private static final double LEVEL = 0.1;
  private static final double WIDEST = 4;
  private static final int MOST_TRIES = 12;

  private final Loss loss;
  private final Span span;
  private final Deque<Step> newestFirst = new ArrayDeque<>();

  /**
   * A step gone. Steps are large: the oldest one is taken for the next.
   *
   * @param moved how far
   * @param slope where it started; later how the slope changed by it
   * @param down the span's way down from the slope; later how that changed
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk
  private record Step(Mixture moved, float[] slope, Mixture down, double curvature) {
    static Step empty(int length) {
      return new Step(Mixture.nothing(length), new float[length], Mixture.nothing(length), 0);
    }

    Step bentTo(Step after) {
      Mixture.toDifference(slope, after.slope);
      Mixture.toDifference(down.shares(), after.down.shares());
      Mixture.toDifference(down.scores(), after.down.scores());
      return new Step(moved, slope, down, moved.times(slope));
    }
  }

  Descent(Loss loss, Span span) {
    this.loss = loss;
    this.span = span;
  }

  /**
   * Moves a point to where at most so many steps lead, or fewer when they no longer help.
   *
   * @param point where to start
   */
  void from(Mixture point, int most) {
    double value = loss.way(point, point).at(0).value();
    float[] rest = new float[point.shares().length];
    Step before = null;
    for (int count = 0; count < most; count++) {
      Step step = spare(rest.length);
      loss.slope(point, step.slope());
      span.descend(step.slope(), step.down());
      if (before != null) remember(before.bentTo(step));
      turn(step, rest);
      Loss.Way way = loss.way(point, step.moved());
      double down = step.moved().times(step.slope());
      double guess = newestFirst.isEmpty() ? way.guess(down) : 1;
      // where the way hardly falls there is nothing to gain; numbers so small are mere noise
      if (!(-down * guess > NOTHING * Math.max(1, value))) return;
      Place level = level(way, new Loss.Here(value, down), guess);
      step.moved().scale(level.length());
      point.add(1, step.moved());
      double gained = value - level.here().value();
      value -= gained;
      if (gained <= TOLERANCE * Math.max(1, value)) return;
      before = step;
    }
  }

  private Step spare(int length) {
    return newestFirst.size() == MEMORY ? newestFirst.removeLast() : Step.empty(length);
  }

  private void remember(Step step) {
    if (step.curvature() > 0) newestFirst.addFirst(step);
  }

  /** Makes the next move go downhill, bent by what the last steps told of the loss. */
  private void turn(Step next, float[] rest) {
    Mixture way = next.moved();
    way.set(next.down());
    System.arraycopy(next.slope(), 0, rest, 0, rest.length);
    double[] shares = new double[newestFirst.size()];
    int i = 0;
    for (Step step : newestFirst) {
      shares[i] = step.moved().times(rest) / step.curvature();
      Mixture.add(rest, -shares[i], step.slope());
      way.add(-shares[i], step.down());
      i++;
    }
    if (i > 0) {
      Step newest = newestFirst.getFirst();
      way.scale(newest.curvature() / newest.down().times(newest.slope()));
    }
    for (Iterator<Step> oldestFirst = newestFirst.descendingIterator(); oldestFirst.hasNext(); ) {
      Step step = oldestFirst.next();
      double correction = way.times(step.slope()) / step.curvature();
      way.add(shares[--i] - correction, step.moved());
    }
    way.scale(-1);
  }

  /** To where the way is level, or nearly, and not higher than here; perhaps no step at all. */
  private static Place level(Loss.Way way, Loss.Here here, double guess) {
    Place low = new Place(0, here);
    double high = Double.POSITIVE_INFINITY;
    double length = guess;
    for (int i = 0; i < MOST_TRIES; i++) {
      Place there = new Place(length, way.at(length));
      boolean lower = there.here().value() <= here.value();
      if (lower && Math.abs(there.here().slope()) <= -LEVEL * here.slope()) return there;
      // the slope only grows along the way: it is level where a straight line says, or near it
      double level = low.level(there);
      if (lower && there.here().slope() < 0) low = there;
      else high = length;
      double width = Math.min(high, WIDEST * length) - low.length();
      if (Double.isNaN(level)) level = low.length() + 0.5 * width;
      length = Math.clamp(level, low.length() + 0.1 * width, low.length() + 0.9 * width);
    }
    return new Place(low.length(), way.at(low.length()));
  }

  private record Place(double length, Loss.Here here) {
    double level(Place other) {
      double bend = (other.here.slope() - here.slope()) / (other.length - length);
      return length - here.slope() / bend;
    }
  }
}
