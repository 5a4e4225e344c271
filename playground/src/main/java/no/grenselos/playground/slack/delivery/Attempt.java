package no.grenselos.playground.slack.delivery;

/**
 * Which time the app is told, counted from 0, and why again.
 *
 * @param reason empty the first time
 */
record Attempt(int number, String reason) {
  static final Attempt FIRST = new Attempt(0, "");

  Attempt next(String why) {
    return new Attempt(number + 1, why);
  }
}
