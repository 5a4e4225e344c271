package no.grenselos.app.evaluate;

/**
 * What is wrong with a pack.
 *
 * @param place file and line, as {@code train.jsonl:14}; the file alone where the whole is meant
 */
public record PackProblem(String place, String text) {
  @Override
  public String toString() {
    return place + ": " + text;
  }
}
