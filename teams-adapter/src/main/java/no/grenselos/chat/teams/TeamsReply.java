package no.grenselos.chat.teams;

import java.time.Duration;
import java.util.function.Function;

/** How a call to Teams' service went. */
sealed interface TeamsReply<T> {
  /** Another answer out of this one; what is no answer stays what it is. */
  static <T, U> TeamsReply<U> map(TeamsReply<T> reply, Function<T, U> answer) {
    return switch (reply) {
      case Yes<T> yes -> new Yes<>(answer.apply(yes.answer()));
      case No<T> no -> no.as();
      case TooFast<T> fast -> new TooFast<>(fast.time());
      case NotReached<T> none -> new NotReached<>(none.reason());
      case Unclear<T> unclear -> new Unclear<>(unclear.reason());
    };
  }

  record Yes<T>(T answer) implements TeamsReply<T> {}

  /**
   * Teams understood, and said no; surely not done.
   *
   * @param code Microsoft's word for it, as {@code ConversationBlockedByUser}, or ours
   * @param message what it says besides, shortened; may be empty
   * @param status the HTTP status; 0 where we did not even ask
   */
  record No<T>(String code, String message, int status) implements TeamsReply<T> {
    /** The same answer where another was hoped for. */
    <U> No<U> as() {
      return new No<>(code, message, status);
    }

    /** Whether what it says may quote what we sent, and so somebody's post. */
    boolean isAboutContent() {
      return status == 400 || status == 413 || status == 415 || status == 422;
    }

    @Override
    public String toString() {
      String words = isAboutContent() ? "" : ", message=" + message;
      return "No[code=" + code + words + ", status=" + status + "]";
    }
  }

  /** Surely not done. */
  record TooFast<T>(Duration time) implements TeamsReply<T> {}

  /** Teams never saw the call. */
  record NotReached<T>(String reason) implements TeamsReply<T> {}

  /** Teams may have done it, or not. */
  record Unclear<T>(String reason) implements TeamsReply<T> {}
}
