package no.grenselos.playground.teams.delivery;

/** What came back from the bot. */
public sealed interface BotAnswer {
  /** The bot took it, with a status from 200 to 299; the body may say what to show. */
  record Taken(int status, String body) implements BotAnswer {}

  /**
   * The bot did not take it in time, or not at all.
   *
   * @param reason http_timeout, http_error, connection_failed, or no_bot where there is nobody to
   *     tell
   * @param status of the HTTP answer, 0 where there was none
   */
  record NotTaken(String reason, int status) implements BotAnswer {
    /** Teams tells it again: the bot did not answer, or failed. */
    boolean again() {
      return !reason.equals("no_bot") && (status == 0 || status >= 500);
    }
  }
}
