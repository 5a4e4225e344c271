package no.grenselos.playground.slack.delivery;

/**
 * One attempt to tell the app something.
 *
 * @param about "reaction_added", "block_actions", "/command"
 * @param eventId empty for all but events
 * @param attempt from 0
 * @param reason empty where the app took it
 * @param status of the app's HTTP answer; 0 where there was none, and in a socket
 */
public record Delivered(String about, String eventId, int attempt, String reason, int status) {
  public boolean taken() {
    return reason.isEmpty();
  }
}
