package no.grenselos.app.evaluate;

import java.util.List;

/**
 * What an evaluation found.
 *
 * @param predictions one for each row of the test, in order
 */
public record Result(Figures figures, List<Prediction> predictions) {
  public Result {
    predictions = List.copyOf(predictions);
  }
}
