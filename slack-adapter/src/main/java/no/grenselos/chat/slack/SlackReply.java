package no.grenselos.chat.slack;

import java.time.Duration;
import java.util.List;

/** How a call to the Web API went. */
sealed interface SlackReply<T> {
  record Yes<T>(T answer) implements SlackReply<T> {}

  /**
   * Slack understood, and said no.
   *
   * @param error Slack's word for it, as {@code channel_not_found}
   * @param details what it found wrong in detail; the missing scope, faults in blocks
   */
  record No<T>(String error, List<String> details) implements SlackReply<T> {
    public No {
      details = List.copyOf(details);
    }

    /** The same answer where another was hoped for. */
    <U> No<U> as() {
      return new No<>(error, details);
    }
  }

  record TooFast<T>(Duration time) implements SlackReply<T> {}

  /** Slack never saw the call. */
  record NotReached<T>(String reason) implements SlackReply<T> {}

  /** Slack may have done it, or not. */
  record Unclear<T>(String reason) implements SlackReply<T> {}
}
