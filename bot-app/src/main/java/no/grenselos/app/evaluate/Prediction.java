package no.grenselos.app.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was decided about one row of a test, and why: keys and values for a line of JSON. */
public record Prediction(Map<String, Object> values) {
  public Prediction {
    values = new LinkedHashMap<>(values);
  }
}
