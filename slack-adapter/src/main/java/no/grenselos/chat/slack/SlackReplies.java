package no.grenselos.chat.slack;

import com.slack.api.model.ResponseMetadata;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads replies. */
final class SlackReplies {
  private SlackReplies() {}

  /** The same reply, with another answer where there is one. */
  static <T, U> SlackReply<U> map(SlackReply<T> reply, Function<T, U> answer) {
    return switch (reply) {
      case SlackReply.Yes<T> yes -> new SlackReply.Yes<>(answer.apply(yes.answer()));
      case SlackReply.No<T> no -> no.as();
      case SlackReply.TooFast<T> fast -> new SlackReply.TooFast<>(fast.time());
      case SlackReply.NotReached<T> none -> new SlackReply.NotReached<>(none.reason());
      case SlackReply.Unclear<T> unclear -> new SlackReply.Unclear<>(unclear.reason());
    };
  }

  /** Where the next page begins; empty after the last. */
  static String nextPage(@Nullable ResponseMetadata metadata) {
    return metadata == null || metadata.getNextCursor() == null ? "" : metadata.getNextCursor();
  }
}
