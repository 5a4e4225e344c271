package no.grenselos.feed.http;

import java.util.Optional;
import java.util.Set;

/** What came of opening a connection that stays. */
public sealed interface Opening {
  record Open(LiveConnection connection) implements Opening {}

  /**
   * @param status as the server answered; 0 when it was not reached
   */
  record Not(Answer.Trouble trouble, int status) implements Opening {
    private static final Set<Integer> NO_SUCH = Set.of(404, 405, 410, 501);

    /** Why there is no stream, where the server is there and offers or allows us none. */
    Optional<String> withoutStream() {
      boolean otherAnswer = status >= 200 && status < 400;
      if (otherAnswer || NO_SUCH.contains(status))
        return Optional.of("the server offers no streaming");
      return trouble instanceof Answer.Denied
          ? Optional.of("the server denies streaming (" + status + ")")
          : Optional.empty();
    }

    Ladder.Fall fall() {
      if (status == 429) return Ladder.Fall.LIMIT;
      return status == 0 ? Ladder.Fall.NETWORK : Ladder.Fall.ANSWER;
    }
  }
}
