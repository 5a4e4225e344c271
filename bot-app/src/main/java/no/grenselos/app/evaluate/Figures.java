package no.grenselos.app.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Named figures of one evaluation, in their order; those that make no sense here are empty. */
public final class Figures {
  private final Map<String, Optional<Number>> values = new LinkedHashMap<>();

  Figures count(String name, long count) {
    values.put(name, Optional.of(count));
    return this;
  }

  /** Rounded to four places; NaN for one that makes no sense here. */
  Figures share(String name, double value) {
    boolean sense = !Double.isNaN(value) && !Double.isInfinite(value);
    values.put(name, sense ? Optional.of(rounded(value)) : Optional.empty());
    return this;
  }

  /** By name. */
  public Map<String, Optional<Number>> values() {
    return values;
  }

  /** To four places. */
  static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }

  /** NaN of nothing. */
  static double ratio(double part, double whole) {
    return whole == 0 ? Double.NaN : part / whole;
  }

  /** Harmonic mean of precision and recall; 0 when nothing was right, NaN of nothing. */
  static double f1(double right, double said, double wanted) {
    return said + wanted == 0 ? Double.NaN : 2 * right / (said + wanted);
  }
}
