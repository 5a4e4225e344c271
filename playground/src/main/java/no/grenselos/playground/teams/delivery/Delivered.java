package no.grenselos.playground.teams.delivery;

/**
 * One attempt to tell the bot something.
 *
 * @param about the activity's type, or the name of the invoke
 * @param id of the activity, the same for all attempts; empty for a raw body
 * @param attempt from 0
 * @param reason empty where the bot took it
 * @param status of the bot's HTTP answer; 0 where there was none
 */
public record Delivered(String about, String id, int attempt, String reason, int status) {
  public boolean taken() {
    return reason.isEmpty();
  }
}
