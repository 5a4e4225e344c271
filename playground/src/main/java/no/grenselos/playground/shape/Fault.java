package no.grenselos.playground.shape;

/**
 * One thing that the platform would refuse.
 *
 * @param pointer where, as a JSON pointer into the arguments: {@code /blocks/0/text/text}
 * @param reason why, in Slack's manner: "must be less than 3001 characters"
 */
public record Fault(String pointer, String reason) {
  /** As Slack writes it into {@code errors}. */
  public String line() {
    return reason + " [json-pointer:" + pointer + "]";
  }
}
