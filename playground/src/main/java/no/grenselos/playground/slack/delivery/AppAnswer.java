package no.grenselos.playground.slack.delivery;

/** What came back from the app. */
public sealed interface AppAnswer {
  /** The app took it; the body may say what to show. */
  record Taken(String body) implements AppAnswer {}

  /**
   * The app did not take it in time, or not at all.
   *
   * @param reason as in {@code X-Slack-Retry-Reason}: http_timeout, http_error, connection_failed;
   *     or no_app where there is nobody to tell
   * @param status of the HTTP answer, 0 where there was none
   * @param again false where the app asked not to be told again
   */
  record NotTaken(String reason, int status, boolean again) implements AppAnswer {}

  static NotTaken failed(String reason) {
    return new NotTaken(reason, 0, true);
  }
}
