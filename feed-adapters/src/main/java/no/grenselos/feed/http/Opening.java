package no.grenselos.feed.http;

/** What came of opening a connection that stays. */
public sealed interface Opening {
  record Open(LiveConnection connection) implements Opening {}

  /**
   * @param status as the server answered; 0 when it was not reached
   */
  record Not(Answer.Trouble trouble, int status) implements Opening {
    /** Whether the server is there and has no such stream. */
    public boolean noStream() {
      boolean otherAnswer = status >= 200 && status < 400;
      return otherAnswer || status == 404 || status == 405 || status == 410 || status == 501;
    }

    Ladder.Fall fall() {
      if (status == 429) return Ladder.Fall.LIMIT;
      return status == 0 ? Ladder.Fall.NETWORK : Ladder.Fall.ANSWER;
    }
  }
}
